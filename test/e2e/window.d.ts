import type { scriptingDoor } from '../../src/client/index.ts';

declare global {
  interface Window {
    readonly counterfoil: ReturnType<typeof scriptingDoor>;
  }
}
