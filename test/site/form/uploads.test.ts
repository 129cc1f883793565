import { describe, expect, test } from 'vitest';
import { refusalOf, refusalsOf } from '../../../fields/files/refusal.ts';
import { createUploads } from '../../../fields/files/uploads.ts';
import type { FileView } from '../../../schemas/generated/api.ts';
import type { FilesField } from '../../../schemas/generated/process.ts';
import { localProblem } from '../../../site/src/api/answer.ts';
import type { UploadOptions, UploadOutcome } from '../../../site/src/form/upload.ts';

const MEGABYTE = 1024 * 1024;
const field: FilesField = { type: 'files', title: '附件', accept: ['pictures', 'documents'], max: 3, maxSize: 2 };
const fileOf = (name: string) => new File(['x'], name);
const wanted = (...names: readonly string[]) => names.map((name) => ({ file: fileOf(name), refusal: undefined }));

describe('a file is refused before it is sent', () => {
  test.each([
    ['page.html', 1, { why: 'unknownType' }],
    ['no-ending', 1, { why: 'unknownType' }],
    ['list.XLSX', 1, { why: 'otherType', groups: ['pictures', 'documents'] }],
    ['photo.JPG', 2 * MEGABYTE + 1, { why: 'tooBig', max: 2 }],
    ['photo.JPG', 0, { why: 'empty' }],
    ['photo.JPG', 2 * MEGABYTE, undefined],
  ])('%s of %i bytes', (name, size, refusal) => {
    expect(refusalOf({ name, size }, field)).toEqual(refusal);
  });

  test('when there is no room: the first ones of those that may come find it', () => {
    const files = ['1.pdf', '2.exe', '3.pdf', '4.pdf'].map(fileOf);
    expect(refusalsOf(files, field, 2).map(({ refusal }) => refusal?.why)).toEqual([
      undefined,
      'unknownType',
      undefined,
      'tooMany',
    ]);
  });

  test('of any kind we know where the field names none, up to what the server takes', () => {
    const open: FilesField = { type: 'files', title: '附件' };
    expect(refusalOf({ name: 'a.zip', size: 10 * MEGABYTE }, open)).toBeUndefined();
    expect(refusalOf({ name: 'a.zip', size: 10 * MEGABYTE + 1 }, open)).toEqual({ why: 'tooBig', max: 10 });
  });
});

/** Uploads whose server answers when the test says so. */
function watched() {
  const log: string[] = [];
  const asked: { name: string; options: UploadOptions; answer: (outcome: UploadOutcome) => void }[] = [];
  const uploads = createUploads({
    send: (file, options) =>
      new Promise((answer) => {
        asked.push({ name: file.name, options, answer });
        options.signal.addEventListener('abort', () => answer({ ok: false, problem: localProblem('cancelled') }));
      }),
    arrived: ({ name }) => log.push(name),
    expecting: (isComing) => log.push(isComing ? '…' : '.'),
  });
  const viewOf = (name: string): FileView => ({ id: name, name, size: 1, type: 'image/png', sha256: '' });
  /** Answers what is asked last, and lets the next be asked. */
  const settle = async (outcome: (name: string) => UploadOutcome = (name) => ({ ok: true, file: viewOf(name) })) => {
    const last = asked.at(-1);
    last?.answer(outcome(last.name));
    await Promise.resolve();
    await Promise.resolve();
  };
  const states = () => uploads.list().map(({ file, state }) => `${file.name} ${state}`);
  return { uploads, asked, log, settle, states };
}

describe('uploads', () => {
  test('go one after the other and arrive in the order they were chosen in', async () => {
    const { uploads, asked, log, settle, states } = watched();
    uploads.add(wanted('1.png', '2.png'));
    expect(states()).toEqual(['1.png sending', '2.png waiting']);
    asked[0]?.options.onProgress(40);
    expect(uploads.list()[0]).toMatchObject({ state: 'sending', percent: 40 });
    await settle();
    expect(states()).toEqual(['2.png sending']);
    await settle();
    expect([states(), uploads.latest()]).toEqual([[], '2.png']);
    expect(log.filter((line) => line.endsWith('.png'))).toEqual(['1.png', '2.png']);
    expect(log.at(-1)).toBe('.');
  });

  test('that fail hold up no other, stay expected, and are sent again when asked', async () => {
    const { uploads, log, settle, states } = watched();
    uploads.add(wanted('1.png', '2.png'));
    await settle(() => ({ ok: false, problem: { type: '', status: 503, code: 'unavailable' } }));
    await settle();
    expect(states()).toEqual(['1.png failed']);
    expect(log.at(-1)).toBe('…');
    uploads.againWhenLost();
    expect(states()).toEqual(['1.png failed']);
    uploads.again(uploads.list()[0]?.key ?? 0);
    await settle();
    expect([states(), log.at(-1)]).toEqual([[], '.']);
  });

  test('that the server will never take are expected no more, and gone with the next', async () => {
    const { uploads, log, settle, states } = watched();
    uploads.add(wanted('1.png'));
    await settle(() => ({ ok: false, problem: { type: '', status: 415, code: 'disguised-file' } }));
    expect([states(), log.at(-1)]).toEqual([['1.png failed'], '.']);
    uploads.add(wanted('2.png'));
    expect(states()).toEqual(['2.png sending']);
  });

  test('that the network broke off go on when it is back', async () => {
    const { uploads, settle, states } = watched();
    uploads.add(wanted('1.png'));
    await settle(() => ({ ok: false, problem: localProblem('offline') }));
    uploads.againWhenLost();
    expect(states()).toEqual(['1.png sending']);
  });

  test('can be cancelled while they run and before', async () => {
    const { uploads, asked, log, settle, states } = watched();
    uploads.add(wanted('1.png', '2.png', '3.png'));
    const [first, second] = uploads.list();
    uploads.remove(second?.key ?? 0);
    uploads.remove(first?.key ?? 0);
    await settle();
    expect(asked.map(({ name }) => name)).toEqual(['1.png', '3.png']);
    await settle();
    expect([states(), log.filter((line) => line.endsWith('.png'))]).toEqual([[], ['3.png']]);
  });

  test('say once what was refused, until more is added', () => {
    const { uploads, asked, log, states } = watched();
    uploads.add([{ file: fileOf('a.exe'), refusal: { why: 'unknownType' } }]);
    expect([states(), asked, log.at(-1)]).toEqual([['a.exe refused'], [], '.']);
    uploads.add(wanted('1.png'));
    expect(states()).toEqual(['1.png sending']);
  });
});
