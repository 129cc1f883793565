import { resolve } from 'node:path';

/** Where the local database and files live: `.formloop/` in the checkout, or `FORMLOOP_STATE`. */
export const stateFolder = (): string => resolve(process.env.FORMLOOP_STATE || '.formloop');
