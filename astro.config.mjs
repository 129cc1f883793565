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
