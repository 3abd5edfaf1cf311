import { RevokeQuestion } from '../../revoke-question.tsx';

export default async function RevokePage({ params }: { params: Promise<{ id: string }> }) {
  return <RevokeQuestion id={(await params).id} />;
}
