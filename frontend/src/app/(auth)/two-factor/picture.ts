import { renderSVG } from 'uqr';

/** A QR code as the address of a picture: drawn here, since the secret is no other server's business. */
export function pictureOf(uri: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(renderSVG(uri, { border: 2 })).toString('base64')}`;
}
