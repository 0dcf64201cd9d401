import './mortal.ts';
import '../../src/engine.worker.ts';
