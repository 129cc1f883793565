import { randomBytes } from 'node:crypto';
import {
  checksFor,
  contextOf,
  type Definition,
  firstStep,
  formsFor,
  type Instant,
  initialValues,
  type PublicForm,
  visibleValues,
} from '#engine';
import type { FormEnvironmentView, PublicFormView } from '../../../schemas/generated/api.ts';
import { factsOf } from '../cases/facts.ts';
import { type Around, saidBy } from '../cases/link-around.ts';
import { bitsFor, LEAST_FILL_MS, writeTicket } from '../cases/ticket.ts';
import type { Entrance } from '../store/public-store.ts';
import { environmentView } from './environment-view.ts';
import { today } from './today.ts';

const NONCE_BYTES = 12;

type Open = Around & { readonly definition: Definition & { readonly public: PublicForm } };

/** The form as somebody without an account gets it: what the definition makes public, what the link says, and a ticket. */
export function publicForm(around: Open, entrance: Entrance, now: Instant): PublicFormView {
  const { definition, workspace } = around;
  const { link, own } = entrance;
  const { see, edit } = definition.public;
  const { title, help, public: rule } = definition.document;
  const forms = formsFor(definition, see);
  const checks = checksFor(definition, see);
  const day = today(workspace, now);
  return {
    title,
    ...(help !== undefined && { help }),
    version: definition.version,
    forms,
    checks,
    environment: namedIn(environmentView(forms, definition, workspace, day), JSON.stringify([forms, checks])),
    form: firstStep(definition).form,
    edit: [...edit],
    initial: visibleValues(see, initialOf(around, entrance, now)) as PublicFormView['initial'],
    privacy: rule?.privacy ?? '',
    closesAt: link.closesAt,
    ...(own && { personal: true }),
    challenge: challengeOf(entrance, now),
    today: day,
  };
}

function initialOf(around: Open, { link }: Entrance, now: Instant) {
  const { definition, workspace } = around;
  const said = saidBy(definition, link, around);
  const setting = { workspace, definition, now, by: link.owner, case: { id: '' } };
  const subject = { starter: link.owner, startedAt: now, rows: {} };
  const { form } = contextOf(definition, said, subject, factsOf(setting, {}));
  return initialValues(definition.model, firstStep(definition).form, said, form);
}

function challengeOf({ link, secret, received }: Entrance, now: Instant): PublicFormView['challenge'] {
  const bits = bitsFor(received?.n ?? 0);
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  return {
    ticket: writeTicket({ link: link.id, at: Date.parse(now), nonce, bits }, secret),
    bits,
    wait: LEAST_FILL_MS,
  };
}

/** Only what the form itself reads: settings are the company's. */
function namedIn({ settings, ...rest }: FormEnvironmentView, text: string): FormEnvironmentView {
  return {
    ...rest,
    settings: Object.fromEntries(Object.entries(settings).filter(([id]) => text.includes(`settings.${id}`))),
  };
}
