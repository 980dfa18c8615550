import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    sourcemap: false,
    // Nothing is inlined as a data: address, so that the page's content policy can stay narrow.
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        manualChunks(id) {
          if (/node_modules\/(react|react-dom|scheduler)\//.test(id)) return 'react';
          if (/node_modules\/@mantine\//.test(id)) return 'mantine';
          if (/node_modules\/(@microsoft|@msgpack)\//.test(id)) return 'signalr';
          return undefined;
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://localhost:8080',
      '/live': { target: 'http://localhost:8080', ws: true },
    },
  },
});
