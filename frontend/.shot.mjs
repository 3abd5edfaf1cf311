import { chromium } from 'playwright-core'; import sp from '@sparticuz/chromium';
const base=process.env.BASE??'http://localhost:3910'; const scheme=process.env.SCHEME??'light'; const w=+(process.env.W??1440), h=+(process.env.H??860);
const b=await chromium.launch({executablePath:await sp.executablePath(),args:['--no-sandbox','--disable-gpu','--headless=shell'],headless:true});
const c=await b.newContext({viewport:{width:w,height:h},colorScheme:scheme,javaScriptEnabled:process.env.NOJS?false:true,locale:'en-GB',hasTouch:w<800});const p=await c.newPage();
p.on('console',m=>['error','warning'].includes(m.type())&&console.log('CONSOLE',m.text().slice(0,400)));p.on('pageerror',e=>console.log('PAGEERROR',e.message.slice(0,400)));
await p.goto(base+'/sign-in');await p.waitForTimeout(300);if(process.env.SIGNIN)await p.screenshot({path:'/tmp/shots/signin.png'});
await p.fill('[name=email]',process.env.AS??'agent@harbor.test');await p.fill('[name=password]','kontor-demo-2026');await p.click('button[type=submit]');await p.waitForURL(u=>!u.pathname.startsWith('/sign-in'),{timeout:8000}).catch(()=>console.log('NO REDIRECT',p.url()));
for(const a of process.argv.slice(2)){let [name,path]=a.split('=',2);path=a.slice(name.length+1);if(path==='TICKET'){await p.goto(base+'/tickets?sort=number');await p.locator('[data-row]').nth(2).click();await p.waitForURL(/tickets\/[0-9a-f-]{36}/)}else await p.goto(base+path);await p.waitForTimeout(900);await p.screenshot({path:`/tmp/shots/${name}.png`,fullPage:!!process.env.FULL});console.log(name,p.url())}
await b.close();
