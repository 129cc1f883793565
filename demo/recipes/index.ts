import { CAMPAIGN_RECIPES } from './campaigns.ts';
import { CUSTOMER_RECIPES } from './customers.ts';
import type { Recipe } from './draws.ts';
import { FINANCE_RECIPES } from './finance.ts';
import { MANAGEMENT_RECIPES } from './management.ts';
import { MARKET_RECIPES } from './market.ts';
import { SUPERVISION_RECIPES } from './supervision.ts';
import { TARGET_RECIPES } from './targets.ts';

/** How forms are written in the year, by process and form; what is not named is written as stories tell it. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  ...CAMPAIGN_RECIPES,
  ...CUSTOMER_RECIPES,
  ...FINANCE_RECIPES,
  ...MANAGEMENT_RECIPES,
  ...MARKET_RECIPES,
  ...SUPERVISION_RECIPES,
  ...TARGET_RECIPES,
};
