/** `{ type, payload }` as it crosses from a screen, a script or a process. */
export interface CommandMessage<Payload = unknown> {
  readonly type: string;
  readonly payload: Payload;
}
