/** Content that tries to run a script, to restyle the page, to fetch from elsewhere, or to pose as the page's own. */
import type { Contents } from './content-folder.ts'

/** Bodies of notes. */
export const HOSTILE_BODIES: readonly string[] = [
  '<script>alert(1)</script> <SCRIPT src=//e.org/x.js></SCRIPT> <script\n>x</script >',
  '<img src=x onerror=alert(1)> <b onclick="x()">b</b> <details ontoggle=x open>d</details>',
  '<svg onload=alert(1)><script>x</script><use href="data:image/svg+xml,x"/></svg> <svg/onload=x>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
  '<iframe src="https://e.org"></iframe> <iframe srcdoc="<script>x</script>"></iframe> <object data=x></object> <embed src=x>',
  '<p style="position:fixed">p</p> <style>*{display:none}</style> <link rel=stylesheet href=//e.org/x.css> <base href=//e.org>',
  '[a](javascript:alert(1)) [a](JaVaScRiPt:alert(1)) [a](vbscript:x) [a](data:text/html,x) [a](<java\tscript:x>)',
  '<a href="javascript:x">a</a> <a href="&#106;ava&#x73;cript&colon;x">a</a> <a href=" java\nscript:x">a</a> <a href="\u0001javascript:x">a</a>',
  '<javascript:alert(1)> [a]: javascript:x\n\n[a]\n\n[b][c]\n\n[c]: &#x6A;avascript:x',
  '![a](javascript:x) ![a](data:image/svg+xml,<svg/onload=x>) <img src="data:text/html,x"> <img srcset="//e.org/x.png">',
  '![a](https://e.org/t.png) <picture><source srcset="//e.org/x.png"><img src="//e.org/t.png"></picture> <video poster=//e.org/x></video>',
  '<form action="//e.org"><input name=q><button formaction=javascript:x>b</button><textarea>t</textarea></form>',
  '<a id="main" name="contents">a</a> <p id="C1">p</p> <img name=getElementById src=x> <input name="body" id="forms">',
  '<p title="&quot;><script>x</script>">p</p> <b title=\'"><img src=x onerror=x>\'>b</b> [a](b "\\"><script>x</script>")',
  '<!--><script>alert(1)</script>--> <![CDATA[><script>x</script>]]> <?x ><script>y</script>?> <noscript><p title="</noscript><img src=x onerror=x>">',
  '<table><td background=//e.org/x><script>x</script></table> <template><script>x</script></template> <title><script>x</script></title>',
  '```"><script>\n<script>alert(1)</script>\n```\n\n`<script>x</script>`\n\n> [!"><script>x</script>] t\n\n> [!note] <img src=x onerror=x>',
  "$\\text{<img src=x onerror=alert(1)>}$ $\\href{javascript:x}{y}$ $\\style{color:red}{x}$ $\\char\"3C$ $\\ref{' onclick=x '}$",
  '$$\n\\label{main} x \\tag{"onclick=x}\n$$\n\n$$\n\\begin{align}x \\label{C1}\\end{align}\n$$',
  '\uFDD0o0\uFDD1 [[a]] &#xFDD0;o0&#xFDD1; <b title="&#xFDD0;o0&#xFDD1;">b</b> `\uFDD0w0\uFDD1` [c](d "\uFDD0c0\uFDD1")',
  '$\\text{\\char"FDD0o0\\char"FDD1}$ [[a]] [[\uFDD0w0\uFDD1|\uFDD0c0\uFDD1]] ![\uFDD0o0\uFDD1](\uFDD0o0\uFDD1.png)',
  '![[evil]]\n\n![[evil#"><script>]]\n\n![[<img src=x onerror=x>]]\n\n<a data-embed="yes" data-name="evil" onclick=x>a</a>',
  '[see @<img-src=x>, @k"><script>x</script>] #tag"><script>x</script> ==<script>x</script>== %%<script>%% <b data-cite="k" data-topic="t">b</b> <span data-citation="yes">s <span data-cite="k"><span data-affix="prefix"><span data-citation="yes"></span></span></span></span> <span data-affix="suffix">x</span>',
  'Words ^C1\n\nMore ^main\n\n<p data-block="main">p</p> <p data-block=\'x" onclick="y\'>p</p>\n\nSupports:: [[evil]] <a data-relation="onclick" data-name="evil">a</a>',
  '[[<img src=x onerror=x>]] [["><script>x</script>|<script>y</script>]] ![[x.png|"onerror="x]] [[a#"><script>]] ![["><script>.png]]',
]

/** What stands in names, titles and fields. */
export const HOSTILE_WORDS = '"><img src=x onerror=alert(1)><script>alert(1)</script>'

/**
 * A small garden around a hostile body: names, titles and aliases are hostile too, and everything links to everything.
 */
export const hostileFiles = (body: string) =>
  ({
    'notes/evil.md': `---\ntitle: ${JSON.stringify(HOSTILE_WORDS)}\naliases: [a, ${JSON.stringify(`alias ${HOSTILE_WORDS}`)}]\nsource: k\ninquiries: q\n---\n${body}`,
    [`notes/${HOSTILE_WORDS.replaceAll('/', '')}.md`]: `[[evil]] [[${HOSTILE_WORDS}]] [[alias ${HOSTILE_WORDS}]] [[nothing ${HOSTILE_WORDS}]]`,
    'inquiries/q.md': '# [[evil]]\n\n## [[evil]]\n\nCited [[evil]], [[evil|so]], ![[p.png]].',
    'p.png': '',
    'references.bib': `@book{k, title={${HOSTILE_WORDS}}, author={${HOSTILE_WORDS}}, url={javascript:alert(1)}}`,
  }) satisfies Contents
