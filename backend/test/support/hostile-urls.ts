/** Addresses that must lead nowhere, all aimed at a listener on this machine or at what stands beside it. */
export const hostileUrls = (port: number): string[] =>
  [
    // Every notation of 127.0.0.1.
    'http://127.0.0.1:PORT/', 'https://127.0.0.1:PORT/', 'http://127.1:PORT/', 'http://127.0.1:PORT/', 'http://2130706433:PORT/', 'http://0x7f000001:PORT/',
    'http://0x7f.0.0.1:PORT/', 'http://0x7f.1:PORT/', 'http://0177.0.0.1:PORT/', 'http://017700000001:PORT/', 'http://0177.0x0.1:PORT/', 'http://127.0.0.1.:PORT/',
    'http://127.127.127.127:PORT/', 'http://0:PORT/', 'http://0.0.0.0:PORT/', 'http://00000000:PORT/', 'http://127.0.0.01:PORT/', 'http://127.0.0.1%00.example:PORT/',
    // Written otherwise, and read as the same.
    'http://１２７.０.０.１:PORT/', 'http://127。0。0。1:PORT/', 'http://①②⑦.⓪.⓪.①:PORT/', 'http://%31%32%37.0.0.1:PORT/', 'http://127.0.0.1\t:PORT/', ' http://127.0.0.1:PORT/ ',
    'http:\\\\127.0.0.1:PORT\\', 'ht\ntp://127.0.0.1:PORT/', 'HTTP://127.0.0.1:PORT/', 'http:/127.0.0.1:PORT/', 'http:127.0.0.1:PORT/',
    // Names of this machine.
    'http://localhost:PORT/', 'http://LOCALHOST:PORT/', 'http://localhost.:PORT/', 'http://a.localhost:PORT/', 'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/', 'http://loc%61lhost:PORT/',
    // IPv6, and IPv4 inside of it.
    'http://[::1]:PORT/', 'http://[0:0:0:0:0:0:0:1]:PORT/', 'http://[::]:PORT/', 'http://[::ffff:127.0.0.1]:PORT/', 'http://[::ffff:7f00:1]:PORT/', 'http://[::127.0.0.1]:PORT/',
    'http://[::ffff:0:127.0.0.1]:PORT/', 'http://[64:ff9b::127.0.0.1]:PORT/', 'http://[64:ff9b:1::7f00:1]:PORT/', 'http://[2002:7f00:1::]:PORT/', 'http://[2001:0:7f00:1::]:PORT/',
    'http://[fe80::1]:PORT/', 'http://[fd00:ec2::254]:PORT/', 'http://[fec0::1]:PORT/', 'http://[ff02::1]:PORT/', 'http://[2001:db8::1]:PORT/',
    // Beside this machine.
    'http://169.254.169.254/latest/meta-data/', 'http://100.100.100.200/', 'http://168.63.129.16/', 'http://10.0.0.1:PORT/', 'http://172.16.0.1:PORT/', 'http://192.168.0.1:PORT/',
    'http://100.64.0.1:PORT/', 'http://198.18.0.1:PORT/', 'http://192.0.2.1:PORT/', 'http://224.0.0.1:PORT/', 'http://255.255.255.255:PORT/', 'http://240.0.0.1:PORT/',
    // Who one pretends to be, and other ways to speak.
    'http://example.com@127.0.0.1:PORT/', 'http://127.0.0.1:PORT@localhost:PORT/', 'http://user:password@[::1]:PORT/', 'ftp://127.0.0.1:PORT/', 'file:///etc/passwd', 'gopher://127.0.0.1:PORT/_',
    'unix:/var/run/docker.sock', 'ws://127.0.0.1:PORT/', 'data:text/plain,hello', 'javascript:fetch("http://127.0.0.1:PORT/")', '//127.0.0.1:PORT/', '127.0.0.1:PORT', '', 'http://',
    // Names that lead here; NAMES answers for them.
    'http://rebound.example:PORT/', 'http://half.example:PORT/', 'http://mapped.example:PORT/', 'http://six.example:PORT/',
  ].map((url) => url.replaceAll('PORT', String(port)));

/** What a name server of ill will answers. */
export const HOSTILE_NAMES: Record<string, string[]> = {
  'rebound.example': ['127.0.0.1'],
  'half.example': ['93.184.215.14', '127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'six.example': ['::1'],
};
