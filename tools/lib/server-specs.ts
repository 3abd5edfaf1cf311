import { backendEnvironment, frontendEnvironment } from './child-environment.ts';
import type { ServerSpec } from './server-process.ts';
import type { DatabaseUrls, LocalSettings } from './settings.ts';
import { inWorkspace } from './workspace.ts';

type Spec = Omit<ServerSpec, 'logFile'>;
type Mode = 'production' | 'development';

export function backendServer(settings: LocalSettings, urls: DatabaseUrls, mode: Mode): Spec {
  const env = { ...backendEnvironment(settings, urls), NODE_ENV: mode };
  return { name: 'backend', script: inWorkspace('backend', 'dist', 'main.js'), env };
}

export function frontendServer(settings: LocalSettings, mode: Mode): Spec {
  const env = { ...frontendEnvironment(settings), NODE_ENV: mode };
  const args = mode === 'development' ? ['--dev'] : [];
  // Next's plugins resolve their paths from the working directory.
  return { name: 'frontend', script: inWorkspace('frontend', 'server.ts'), args, cwd: inWorkspace('frontend'), env };
}
