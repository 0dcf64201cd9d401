export { Activity, ActivityActors } from './query.ts';
