export { processStates } from './process-states.ts';
export { createWhatIf, type Trial, type WhatIf } from './what-if.ts';
