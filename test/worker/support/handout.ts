import { strToU8, zipSync } from 'fflate';
import type { CommandOutcome, FileView } from '../../../schemas/generated/api.ts';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import { type Ask, ask } from './api.ts';
import { done } from './campaign.ts';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

/** The reader sees the papers (at most two, each at most one megabyte), not the notes that are added afterwards. */
export const handout: ProcessDocument = {
  format: 'process/v1',
  id: 'handout',
  title: words('资料'),
  area: 'supervision',
  number: { format: 'H-{yyyy}-{seq:4}', reset: 'year' },
  subject: 'open.what',
  calendar: 'cn-work',
  roles: { starter: { starter: true }, reader: { field: 'open.reader' } },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
  forms: {
    open: {
      title: words('公开'),
      fields: {
        what: { type: 'text', title: words('内容'), required: true },
        reader: { type: 'person', title: words('读者'), required: true },
        papers: { type: 'files', title: words('文件'), accept: ['documents', 'pictures'], max: 2, maxSize: 1 },
      },
    },
    closed: { title: words('内部'), fields: { notes: { type: 'files', title: words('附注') } } },
  },
  steps: [
    { draft: { fill: 'open', by: 'starter', title: words('填写') } },
    { read: { approve: 'reader', see: ['open'], title: words('阅读') } },
    { note: { fill: 'closed', by: 'starter', title: words('附注') } },
  ],
  withdraw: { until: 'read' },
};

const encoder = new TextEncoder();
/** One byte for each letter, as signatures are written. */
export const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...text].map((letter) => letter.codePointAt(0) ?? 0));
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);
export const zipped = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [name]: strToU8('x') }));

export const PNG = bytes('\x89PNG\r\n\x1a\n\x00picture');

export const upload = (as: string, name: string, content: Uint8Array<ArrayBuffer>, more: Ask = {}): Promise<Response> =>
  ask('POST', '/api/files', {
    as,
    bytes: content,
    headers: { 'X-File-Name': encodeURIComponent(name), 'Content-Type': 'application/octet-stream' },
    ...more,
  });

export const uploaded = (as: string, name: string, content: Uint8Array<ArrayBuffer>): Promise<FileView> =>
  done(upload(as, name, content));

/** u08 hands files to u18. */
export const handOut = (papers: readonly unknown[], more: Ask = {}): Promise<Response> =>
  ask('POST', '/api/cases', {
    as: 'u08',
    body: { process: 'handout', values: { open: { what: '资料', reader: 'u18', papers } } },
    ...more,
  });

export const handedOut = (papers: readonly unknown[]): Promise<CommandOutcome> => done(handOut(papers));
