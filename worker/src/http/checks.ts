import { Ajv2020 } from 'ajv/dist/2020.js';
import api from '../../../schemas/api.schema.json' with { type: 'json' };
import calendar from '../../../schemas/calendar.schema.json' with { type: 'json' };
import common from '../../../schemas/common.schema.json' with { type: 'json' };
import type { Api } from '../../../schemas/generated/api.ts';
import ledger from '../../../schemas/ledger.schema.json' with { type: 'json' };
import process from '../../../schemas/process.schema.json' with { type: 'json' };
import report from '../../../schemas/report.schema.json' with { type: 'json' };
import table from '../../../schemas/table.schema.json' with { type: 'json' };
import { ProblemError } from './problem.ts';

/** Bodies that clients send, by their name in schemas/api.schema.json. */
export type BodyName =
  | 'signIn'
  | 'startCase'
  | 'command'
  | 'saveDraft'
  | 'saveTemplate'
  | 'saveLedgerView'
  | 'savePhrases'
  | 'lookups'
  | 'viewed'
  | 'decideBatch'
  | 'preview'
  | 'saveAbsence'
  | 'handOver'
  | 'excuseDuty'
  | 'createToken'
  | 'publicToken'
  | 'sendPublic'
  | 'publicReceipt'
  | 'publicMessage'
  | 'createLink'
  | 'judgeQuarantined'
  | 'ruleRules'
  | 'saveTable'
  | 'trySetting'
  | 'saveSetting';
export type Body<Name extends BodyName> = NonNullable<Api[Name]>;

/** The runtime allows compiling at start-up only, never within a request: hence at module scope. */
const ajv = new Ajv2020({
  allErrors: false,
  strict: false,
  validateFormats: false,
  discriminator: true,
  ownProperties: true,
  schemas: [common, calendar, process, ledger, table, report, api],
});
const compile = <Name extends BodyName>(name: Name) =>
  ajv.compile<Body<Name>>({ $ref: `api.schema.json#/$defs/${name}` });
const checks: { readonly [Name in BodyName]: ReturnType<typeof compile<Name>> } = {
  signIn: compile('signIn'),
  startCase: compile('startCase'),
  command: compile('command'),
  saveDraft: compile('saveDraft'),
  saveTemplate: compile('saveTemplate'),
  saveLedgerView: compile('saveLedgerView'),
  savePhrases: compile('savePhrases'),
  lookups: compile('lookups'),
  viewed: compile('viewed'),
  decideBatch: compile('decideBatch'),
  preview: compile('preview'),
  saveAbsence: compile('saveAbsence'),
  handOver: compile('handOver'),
  excuseDuty: compile('excuseDuty'),
  createToken: compile('createToken'),
  publicToken: compile('publicToken'),
  sendPublic: compile('sendPublic'),
  publicReceipt: compile('publicReceipt'),
  publicMessage: compile('publicMessage'),
  createLink: compile('createLink'),
  judgeQuarantined: compile('judgeQuarantined'),
  ruleRules: compile('ruleRules'),
  saveTable: compile('saveTable'),
  trySetting: compile('trySetting'),
  saveSetting: compile('saveSetting'),
};

/**
 * The body, when it has the shape its schema says.
 *
 * @throws ProblemError `invalid-body` with the JSON Pointer of each place that is wrong.
 */
export function checkBody<Name extends BodyName>(name: Name, value: unknown): Body<Name> {
  const check = checks[name];
  if (check(value)) return value;
  const issues = (check.errors ?? []).map(({ keyword, instancePath, params }) => ({
    code: keyword,
    path: instancePath,
    params,
  }));
  throw new ProblemError('invalid-body', { issues });
}
