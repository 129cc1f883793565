import { BUILT_IN } from '#engine';
import type { ReportSourceView } from '../../../schemas/generated/api.ts';

/** Sources that every company has without a ledger: there is no page of their rows. */
export const isBuiltIn = ({ id }: ReportSourceView): boolean => Object.hasOwn(BUILT_IN, id);
