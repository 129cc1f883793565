import { describe, expect, test } from 'vitest';
import { expandPaths } from '../../../engine/definition/rights.ts';
import { compileCheckedForms } from '../../../engine/form/check-forms.ts';
import { toJsonSchema } from '../../../engine/form/json-schema.ts';
import { settle } from '../../../engine/form/settle.ts';
import { fieldState } from '../../../engine/form/state.ts';
import { validate } from '../../../engine/form/validate.ts';
import type { Form, GroupField } from '../../../schemas/generated/process.ts';
import { accepted, environment, everything, facts, refusals } from './fixture.ts';

const title = '字段';
const fields: Form['fields'] = {
  travels: { type: 'flag', title },
  intro: { type: 'heading', title, help: title },
  contact: { type: 'group', title, members: ['name', 'phone'], visible: 'f.travels' },
  name: { type: 'text', title, required: true },
  phone: { type: 'phone', title, visible: '!empty(f.name)' },
};

function compiled(form: Form) {
  const result = compileCheckedForms({ f: form }, [], environment);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const codes = (form: Form) => {
  const result = compileCheckedForms({ f: form }, [], environment);
  return result.ok ? [] : result.error.map(({ code, path }) => `${code} ${path.join('.')}`);
};
const model = compiled({ title, fields });

describe('a group', () => {
  test('hides its members with it, whose own conditions still count', () => {
    const hidden = settle(model, { f: { travels: false, name: '李明', phone: '13800138000' } }, facts);
    expect(hidden).toEqual({ f: { travels: false } });
    expect(fieldState(model, hidden, facts, 'f.name').visible).toBe(false);
    const shown = settle(model, { f: { travels: true } }, facts);
    expect(fieldState(model, shown, facts, 'f.name')).toMatchObject({ visible: true, required: true });
    expect(fieldState(model, shown, facts, 'f.phone').visible).toBe(false);
    expect(validate(model, shown, facts, everything(model))).toEqual([
      { code: 'required', path: '/f/name', params: {} },
    ]);
    expect(validate(model, hidden, facts, everything(model))).toEqual([]);
  });

  test('stands for its members where rights name it', () => {
    expect([...expandPaths(model, ['f.contact'])]).toEqual(['f.contact', 'f.name', 'f.phone']);
  });

  test('holds no value, and neither does a heading', () => {
    expect(refusals(model, {}, { f: { contact: 'x' } })).toMatchObject([{ code: 'not-writable', path: '/f/contact' }]);
    expect(refusals(model, {}, { f: { intro: {} } })).toMatchObject([{ code: 'not-writable', path: '/f/intro' }]);
    expect(accepted(model, {}, { f: { travels: true, name: '李明' } })).toEqual({ f: { travels: true, name: '李明' } });
    expect(Object.keys(toJsonSchema(model, 'f').properties as object)).toEqual(['travels', 'name', 'phone']);
  });

  test('hides its members with the section it stands in', () => {
    const inSection = compiled({
      title,
      fields: { ...fields, contact: { type: 'group', title, members: ['name', 'phone'] } },
      sections: [
        { title, fields: ['travels'] },
        { title, fields: ['contact'], visible: 'f.travels' },
      ],
    });
    expect(settle(inSection, { f: { travels: false, name: '李明' } }, facts)).toEqual({ f: { travels: false } });
  });

  test('names fields that are there, no groups, and each of them once', () => {
    const group = (...members: string[]): GroupField => ({ type: 'group', title, members });
    const text = { type: 'text', title } as const;
    expect(codes({ title, fields: { g: group('x'), x: text } })).toEqual([]);
    expect(codes({ title, fields: { g: group('y'), x: text } })).toEqual([
      'unknown-section-field forms.f.fields.g.members.0',
    ]);
    expect(codes({ title, fields: { g: group('x', 'x'), x: text } })).toEqual([
      'repeated-section-field forms.f.fields.g.members.1',
    ]);
    expect(codes({ title, fields: { g: group('h'), h: group('x'), x: text } })).toEqual([
      'nested-group forms.f.fields.g.members.0',
    ]);
    expect(codes({ title, fields: { g: group('x'), x: text }, sections: [{ title, fields: ['x'] }] })).toEqual([
      'repeated-section-field forms.f.fields.g.members.0',
    ]);
  });
});
