import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { Folders } from './server.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '../..');

const ENTRIES: Readonly<Record<string, string>> = {
  formloop: 'formloop.tsx',
  rjsf: 'rjsf.tsx',
  'json-forms': 'json-forms.tsx',
  'form-js': 'form-js.ts',
  'survey-js': 'survey-js.tsx',
};

/** The style sheets that libraries come with; those that are not here have none. */
const STYLES: Readonly<Record<string, string>> = {
  'form-js': '@bpmn-io/form-js-viewer/dist/assets/form-js.css',
  'survey-js': 'survey-core/survey-core.fontless.css',
};

/** Formloop's pages run on Preact; all others that use React get the same one. */
const OUR_REACT = {
  react: join(ROOT, 'node_modules/preact/compat'),
  'react-dom': join(ROOT, 'node_modules/preact/compat'),
};
const THEIR_REACT = {
  react: join(ROOT, 'node_modules/react'),
  'react-dom': join(ROOT, 'node_modules/react-dom'),
};

const page = (name: string, head: readonly string[]) => `<!doctype html>
<html lang="en" data-theme="light">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${name}</title>
    <link rel="icon" href="/favicon.svg">
    ${head.join('\n    ')}
    <script type="module" src="/${name}.js"></script>
  </head>
  <body><main id="app"></main></body>
</html>
`;

/** Minifies one page with the bundler that builds the site. Gives the parts it needs at once, its words among them. */
async function bundleScripts(name: string, entry: string, dir: string): Promise<readonly string[]> {
  const bundle = await rolldown({
    input: { [name]: join(HERE, 'pages', entry) },
    platform: 'browser',
    tsconfig: false,
    logLevel: 'silent',
    transform: {
      target: 'es2022',
      jsx: { runtime: 'automatic' },
      define: { 'process.env.NODE_ENV': '"production"' },
    },
    resolve: {
      alias: {
        ...(name === 'formloop' ? OUR_REACT : THEIR_REACT),
        '#engine': join(ROOT, 'engine/index.ts'),
      },
    },
  });
  const { output } = await bundle.write({
    dir,
    minify: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: `${name}-[name]-[hash].js`,
    codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
  });
  await bundle.close();
  const chunks = output.filter((part) => part.type === 'chunk');
  const words = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith('/en.ts'));
  return [
    ...chunks.flatMap(({ isEntry, imports }) => (isEntry ? imports : [])),
    ...words.map(({ fileName }) => fileName),
  ];
}

/** The style sheets of a page: Formloop's are those of the built fill page. */
async function stylesOf(name: string, { pages, site }: Folders): Promise<readonly string[]> {
  if (name === 'formloop') {
    const built = await readFile(join(site, 'en/fill/index.html'), 'utf8');
    return built.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  }
  const style = STYLES[name];
  if (style === undefined) return [];
  await writeFile(join(pages, `${name}.css`), await readFile(join(HERE, 'node_modules', style)));
  return [`<link rel="stylesheet" href="/${name}.css">`];
}

/** Builds every page that is measured into a folder of its own. */
export async function bundlePages(folders: Folders): Promise<void> {
  const { pages } = folders;
  await rm(pages, { recursive: true, force: true });
  await mkdir(pages, { recursive: true });
  for (const [name, entry] of Object.entries(ENTRIES)) {
    const parts = await bundleScripts(name, entry, pages);
    const preloads = parts.map((file) => `<link rel="modulepreload" href="/${file}">`);
    await writeFile(join(pages, `${name}.html`), page(name, [...(await stylesOf(name, folders)), ...preloads]));
  }
}
