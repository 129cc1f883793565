import { fileURLToPath } from 'node:url';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

/** React in pages as they are prerendered, Preact where they run: the same components in an eighth of the bytes. */
const BROWSER = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
  '@astrojs/react/client.js': fileURLToPath(new URL('site/browser/island.ts', import.meta.url)),
};

const preactInBrowsers = {
  name: 'preact-in-browsers',
  enforce: 'pre',
  resolveId(id, importer) {
    if (this.environment.name !== 'client' || !Object.hasOwn(BROWSER, id)) return undefined;
    return this.resolve(BROWSER[id], importer, { skipSelf: true });
  },
};

export default defineConfig({
  srcDir: './site/src',
  publicDir: './site/public',
  outDir: './dist/site',
  cacheDir: './node_modules/.cache/astro',
  output: 'static',
  integrations: [react()],
  devToolbar: { enabled: false },
  i18n: { locales: ['zh-CN', 'zh-TW', 'en'], defaultLocale: 'zh-CN' },
  vite: {
    plugins: [preactInBrowsers],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                // Small files compress badly: what most pages need is one file, what every form needs another
                // (differences are for the case page and for drafts in conflict).
                groups: [
                  // Else a library that uses it would take a part of it along.
                  { name: 'preact', test: /node_modules[\\/]preact[\\/]/ },
                  // The frame around every page, with what waits to be sent.
                  { name: 'frame', test: /src[\\/](api|queue|session)[\\/]|idb-keyval/, minShareCount: 2 },
                  // Lists, their searches and the words of reports, rules and questionnaires are not on every page.
                  {
                    name: 'every-page',
                    test: /src[\\/](api|components[\\/](?!list-states|search-)|i18n[\\/](?!report|board|rules|questions|match-words)|session|shell[\\/](?!administrators))|fields[\\/][\w-]+[\\/]text\.ts|src[\\/]fields[\\/](text-of|list-text|option)/,
                    minShareCount: 4,
                  },
                  // Controls of rare kinds are fetched, and what they share with them.
                  {
                    name: 'forms',
                    test: /engine[\\/](?!rule-book|duty[\\/]point)|src[\\/]form[\\/](?!difference)|src[\\/]fields[\\/](?!period|typed|capital|written(?:-of)?\.ts)|[\\/]fields[\\/][\w-]+[\\/](kind|read)|[\\/]fields[\\/](text|long-text|integer|decimal|money|percent|flag|choices?|date|date-range|person|unit|table|group|heading)[\\/](?!text|written|sheet)/,
                    minShareCount: 2,
                  },
                  // Pasting, importing and exporting tables: fetched once somebody works in one.
                  {
                    name: 'sheet',
                    test: /table[\\/]sheet|src[\\/]sheet[\\/]|i18n[\\/]table|[\\/]written(?:-of)?\.ts|fflate/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
});
