import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { eventLogContract } from './event-log.ts';

eventLogContract('in memory', () => Promise.resolve(createMemoryLog()));
