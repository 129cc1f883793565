import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

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
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                // Small files compress badly: what most pages need is one file, what every form needs another
                // (differences are for the case page and for drafts in conflict).
                groups: [
                  { name: 'every-page', test: /src[\\/](api|components|i18n|session|shell)/, minShareCount: 4 },
                  {
                    name: 'forms',
                    test: /engine|src[\\/](form|fields)[\\/](?!difference)|[\\/]fields[\\/](?!\w*[\\/]src)/,
                    minShareCount: 2,
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
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
});
