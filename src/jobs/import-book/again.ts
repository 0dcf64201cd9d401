import type { PlannedCommand } from '../../kernel/index.ts';

/** What is in the archive comes out of it, and is described as the file has it now. */
const BACK: Readonly<
  Record<string, { readonly restore: string; readonly change: string; readonly id: string }>
> = {
  CreateCustomer: { restore: 'RestoreCustomer', change: 'ChangeCustomer', id: 'customerId' },
  CreateProduct: { restore: 'RestoreProduct', change: 'ChangeProduct', id: 'productId' },
};

/** Variants stay with their product in the archive. */
const isStillThere = ({ type }: PlannedCommand): boolean => type === 'AddVariant';

/**
 * The commands of something that was brought and taken back `undone` times. Their ids say the how-many-eth time it is: the
 * first time's are spent. FOR EVER.
 */
export const again = (commands: readonly PlannedCommand[], undone: number): readonly PlannedCommand[] => {
  if (undone === 0) return commands;
  return commands
    .filter((command) => !isStillThere(command))
    .flatMap((command) => {
      const commandId = `${command.commandId}/again-${String(undone)}`;
      const back = BACK[command.type];
      const payload = command.payload as Readonly<Record<string, unknown>>;
      if (!back) return [{ ...command, commandId }];
      return [
        {
          ...command,
          commandId: `${commandId}/back`,
          type: back.restore,
          payload: { [back.id]: payload[back.id] },
        },
        { ...command, commandId, type: back.change },
      ];
    });
};
