import { API_KEY_LIMITS, type ApiScope } from '@kontor/contracts/scopes';
import type { Permission } from '@kontor/contracts/permissions';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { CheckField, PasswordField, SelectField, TextField } from '../../../../../components/form/fields.tsx';
import { ShownOnce } from '../../../../../components/form/shown-once.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import { can, read, requirePermission } from '../../../../../lib/session.ts';
import settings from '../../settings.module.css';
import { createApiKey } from '../actions.ts';
import { byArea } from '../areas.ts';
import { ScopesField } from '../scopes-field.tsx';

const DAYS = ['30', '90', '365', '0'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys'))('new') };
}

/** Makes a key for oneself or a service member; the answer shows it, once. */
export default async function NewApiKeyPage() {
  const [session, t, people, may, auth, error] = await Promise.all([
    requirePermission('tenant:read'),
    getTranslations('apiKeys'),
    getTranslations('people'),
    getTranslations('people.may'),
    getTranslations('auth'),
    getTranslations('errors'),
  ]);
  const services = can(session, 'api-key:manage') ? (await read('/members', { query: { kind: 'service', status: 'active', limit: 100 } })).items : [];
  const isOffered = (scope: ApiScope) => scope === 'events:read' || scope === 'operation:read' || can(session, scope satisfies Permission);
  return (
    <>
      <h1 className={settings.title}>{t('new')}</h1>
      <ActionForm action={createApiKey} tenant={session.tenant.id} className={page.fields} traceLabel={error('trace')} label={t('new')}>
        <div className={page.pair}>
          <TextField name="name" label={t('name')} description={t('nameHint')} maxLength={API_KEY_LIMITS.name} required autoFocus autoComplete="off" />
          <SelectField name="days" label={t('ends')} description={t('endsHint')} options={DAYS.map((value) => ({ value, label: t(`days.${value}`) }))} defaultValue="90" />
        </div>
        {services.length > 0 && (
          <SelectField
            name="ownerId"
            label={t('owner')}
            description={t('ownerHint')}
            options={[
              { value: session.user.id, label: t('oneself', { name: session.user.name }) },
              ...services.map(({ id, name, role }) => ({ value: id, label: `${name} · ${people(`role.${role}`)}` })),
            ]}
            defaultValue={session.user.id}
          />
        )}
        <ScopesField label={t('scopes')}>
          {byArea(isOffered).map(([area, scopes]) => (
            <fieldset key={area}>
              <legend>{t(`area.${area}`)}</legend>
              {scopes.map((scope) => (
                <CheckField
                  key={scope}
                  name="scopes"
                  value={scope}
                  label={scope === 'events:read' || scope === 'operation:read' ? t(`scope.${scope}`) : may(scope)}
                />
              ))}
            </fieldset>
          ))}
        </ScopesField>
        <PasswordField name="password" label={auth('presentPassword')} autoComplete="current-password" showLabel={auth('showPassword')} required />
        <ShownOnce field="token" of="name" words={{ made: t('made'), hint: t('madeHint'), label: t('key'), copy: t('copy'), copied: t('copied') }} />
        <div className={page.buttons}>
          <SubmitButton shortcutLabel="Ctrl ↵">{t('create')}</SubmitButton>
          <LinkButton href="/settings/api-keys" variant="subtle">
            {t('back')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}
