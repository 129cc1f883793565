import type { Issue, IssueCode, IssueParams } from '#engine';
import type { IssueView, Problem } from '../../../schemas/generated/api.ts';
import { isRecord } from '../fields/lists.ts';
import { issueWords } from '../i18n/issues.ts';
import type { Locale } from '../i18n/locale.ts';

const isCode = (code: string, locale: Locale): code is IssueCode => Object.hasOwn(issueWords[locale], code);

const isParams = (params: unknown): params is IssueParams =>
  isRecord(params) && Object.values(params).every((value) => typeof value === 'string' || typeof value === 'number');

/** What the server found, as the form shows it; a code this page does not know reads as a value in the wrong form. */
export const serverIssues = ({ issues = [] }: Problem, locale: Locale): readonly Issue[] =>
  issues.map(({ code, path, params }: IssueView) => ({
    code: isCode(code, locale) ? code : 'wrong-type',
    path,
    params: isParams(params) ? params : {},
  }));
