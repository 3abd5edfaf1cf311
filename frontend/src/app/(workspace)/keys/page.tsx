import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { KeyList } from './key-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('keys'))('title') };
}

export default async function KeysPage() {
  const nav = await getTranslations('nav');
  return (
    <>
      <PageHeader title={nav('keys')} isHeading={false} />
      <KeyList />
    </>
  );
}
