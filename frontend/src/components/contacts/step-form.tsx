import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { FormAction } from '../../lib/action-result.ts';
import { ActionForm } from '../form/action-form.tsx';
import { SubmitButton } from '../form/submit-button.tsx';

interface StepFormProps {
  action: FormAction;
  tenant: string;
  id: string;
  children: ReactNode;
}

/** A step that needs no question, since it can be taken back: one button. */
export async function StepForm({ action, tenant, id, children }: StepFormProps) {
  const error = await getTranslations('errors');
  return (
    <ActionForm action={action} tenant={tenant} hidden={{ id }} traceLabel={error('trace')}>
      <SubmitButton variant="default">{children}</SubmitButton>
    </ActionForm>
  );
}
