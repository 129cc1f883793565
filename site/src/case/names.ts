import type { FormView, PeopleView, StepTitles } from '../../../schemas/generated/api.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { nameOf } from '../components/person.tsx';
import type { Directory } from '../form/directory.ts';
import { caseWords } from '../i18n/case.ts';
import { commonWords } from '../i18n/common.ts';
import { type Locale, pick } from '../i18n/locale.ts';

/** What ids are called, in the reader's language; an id nobody explains stands for itself. */
export type Names = {
  readonly locale: Locale;
  person(id: string): string;
  people(ids: readonly string[]): string;
  post(id: string): string;
  unit(id: string): string;
  field(path: string): string;
  step(id: string): string;
};

export type NameSources = {
  readonly people: PeopleView;
  readonly forms: readonly FormView[];
  readonly steps: StepTitles;
  readonly directory: Directory;
};

/** Somebody without an account, who came by a public link. */
const OUTSIDE = 'system:public';
const isSystem = (id: string): boolean => id.startsWith('system:');

export function namesOf({ people, forms, steps, directory }: NameSources, locale: Locale): Names {
  const posts = Object.values(people).flatMap((person) => person.posts);
  const person = (id: string): string =>
    isSystem(id)
      ? caseWords[locale][id === OUTSIDE ? 'outside' : 'system']
      : nameOf(id, { ...directory.people(), ...people }, locale);
  return {
    locale,
    person,
    people: (ids) => ids.map(person).join(commonWords[locale].listMark),
    post: (id) => titleOf(posts.find((post) => post.post === id)?.title, id, locale),
    unit: (id) => titleOf(directory.unit(id)?.title ?? posts.find((post) => post.unit === id)?.unitTitle, id, locale),
    field: (path) => fieldTitle(path, forms, locale),
    step: (id) => titleOf(steps[id], id, locale),
  };
}

const titleOf = (title: StepTitles[string] | undefined, id: string, locale: Locale): string =>
  title === undefined ? id : pick(title, locale);

/** `plan.steps.owner` is 执行计划 · 责任人. */
function fieldTitle(path: string, forms: readonly FormView[], locale: Locale): string {
  const [form, name = '', column] = path.split('.');
  const field: Field | undefined = forms.find(({ id }) => id === form)?.fields[name];
  if (field === undefined) return path;
  const inner = column !== undefined && field.type === 'table' ? field.columns[column] : undefined;
  const title = pick(field.title, locale);
  return inner === undefined ? title : `${title} · ${pick(inner.title, locale)}`;
}
