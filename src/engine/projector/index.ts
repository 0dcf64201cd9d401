export { createProjector, type Projector } from './projector.ts';
export type { ViewStatus } from './status.ts';
