import { ADJUSTMENT } from './adjustment.ts';
import type { Arc } from './arc.ts';
import { CAMPAIGN } from './campaign.ts';
import { COMPLAINT } from './complaint.ts';
import { GROUP_ORDER } from './group-order.ts';
import { INSPECTION } from './inspection.ts';
import { OPENING } from './opening.ts';

/** The stories of the year, told inside it. */
export const ARCS: readonly Arc[] = [OPENING, CAMPAIGN, GROUP_ORDER, COMPLAINT, INSPECTION, ADJUSTMENT];
