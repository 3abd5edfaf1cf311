import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import type { FormAction } from '../../../../lib/action-result.ts';

interface PressProps {
  action: FormAction;
  tenant: string;
  hidden: Record<string, string>;
  done?: string;
  children: ReactNode;
}

/** One step, taken at one press. */
export function Press({ children, ...form }: PressProps) {
  const error = useTranslations('errors');
  return (
    <ActionForm {...form} traceLabel={error('trace')}>
      <SubmitButton variant="default">{children}</SubmitButton>
    </ActionForm>
  );
}
