import type { DemoTenant } from './demo-types.ts';
import { HARBOR } from './harbor/harbor.ts';
import { NUSANTARA } from './nusantara/nusantara.ts';
import { tellTenant } from './tenant-plan.ts';

/** The password of every demo person. */
export const DEMO_PASSWORD = 'kontor-demo-2026';

/** Both demo tenants as they stand at `now`: the same for the same instant, nothing of them in the future. */
export function demoTenants(now: Date): DemoTenant[] {
  return [tellTenant(HARBOR, now), tellTenant(NUSANTARA, now)];
}
