/** What a backup says of the book in it, before it is opened. FOR EVER: it is in the file; members may be added. */
export type BookInBackup = {
  readonly name: string;
  /** Placed, whatever became of them. */
  readonly orders: number;
  /** Day of the newest one. */
  readonly lastOrder?: string;
};
