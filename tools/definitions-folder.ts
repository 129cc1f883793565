/** The company that is run: `process-defs/`, or the folder `FORMLOOP_DEFINITIONS` names. */
export const definitionsFolder = (): string => process.env.FORMLOOP_DEFINITIONS || 'process-defs';
