/** What browsers say instead of the key while an input method has it. */
const TAKEN = 229;

/**
 * Whether a key belongs to an input method. Safari ends the composition before it tells of the Enter that ended it;
 * only the code gives that key away.
 */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === TAKEN;
