#include "report/sheet_style.hpp"

namespace hinge::report {

// On a phone a picture keeps its size and scrolls, from its latest days on; where more lies beyond
// an edge of a box that scrolls, the edge is shaded. On paper a usual week of two lifts fits one
// page with text of 8 points, and a picture as wide as the page has labels of nearly 8. Every text
// is at least 4.5 to 1 on its paper (WCAG 2.2), in light and in dark.
std::string_view sheet_style() {
  return R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#1f2933;--muted:#57636c;--rule:#d9dfe3;
--band:#f4f6f8;--accent:#1d5d8c;--pain:#a8432b;--asks:#fbf1e0;--asks-ink:#6b4200;--edge:#1f293359}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14191d;--ink:#e6e9ec;--muted:#a3adb5;
--rule:#323c44;--band:#1b2227;--accent:#7db7e0;--pain:#ee9a80;--asks:#38301f;--asks-ink:#f0cf98;--edge:#e6e9ec59}}
*{box-sizing:border-box}
html{font-size:15px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.45 system-ui,-apple-system,
"Segoe UI",Roboto,"Helvetica Neue",sans-serif;font-variant-numeric:tabular-nums;
overflow-wrap:anywhere}
main,footer{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem}
a{color:inherit}
article+article{border-top:1px solid var(--rule);margin-top:2.5rem;padding-top:2rem}
header{border-bottom:2px solid var(--accent);padding-bottom:.6rem}
header p{margin:0;color:var(--muted)}
header .kind{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--accent)}
header h1,header h2{margin:.1rem 0;font-size:1.65rem;line-height:1.2;font-weight:600;color:var(--ink)}
h2,h3{margin:1.4rem 0 .5rem;font-size:1.05rem;font-weight:600;color:var(--accent)}
dl{margin:0}
.standing div{display:grid;grid-template-columns:9.5rem 1fr;gap:0 1rem;padding:.15rem 0}
.standing dt{color:var(--muted)}
.standing dd{margin:0}
.standing .asks{margin:.15rem -.5rem;padding:.25rem .5rem;background:var(--asks);color:var(--asks-ink);font-weight:600;border-radius:4px}
.standing .asks dt{color:inherit}
.wide{overflow-x:auto;margin:.5rem 0 .9rem}
.wide:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.87rem;line-height:1.35;overflow-wrap:normal}
caption{text-align:left;font-weight:600;padding:.1rem 0 .3rem}
th,td{text-align:left;vertical-align:top;padding:.28rem .7rem .28rem 0;
border-bottom:1px solid var(--rule)}
th:last-child,td:last-child{padding-right:0;overflow-wrap:anywhere;min-width:6rem}
thead th,thead td{color:var(--muted);font-weight:500;font-size:.8rem;white-space:nowrap}
tbody th{font-weight:600;white-space:nowrap}
.change thead th{white-space:normal}
.overview tbody th,.episodes tbody th,.marks tbody th{white-space:normal}
.bar{display:inline-block;vertical-align:.06em;width:4rem;height:.5rem;margin-left:.5rem;
border-radius:3px;border:1px solid var(--pain);overflow:hidden}
.bar span{display:block;height:100%;background:var(--pain)}
.missing{margin:.3rem 0;padding:.3rem .6rem;border-left:3px solid var(--accent);background:var(--band)}
figure{margin:.5rem 0}
.picture{margin:0}
figure svg{display:block;width:100%;height:auto}
figcaption{font-size:.82rem;color:var(--muted);margin-top:.2rem}
summary{cursor:pointer;color:var(--accent);font-size:.87rem;width:max-content}
.beside{display:grid;grid-template-columns:1.1fr 1fr;gap:0 2rem}
.beside>*{min-width:0}
footer{padding-top:0;color:var(--muted);font-size:.82rem}
@media screen and (max-width:44rem){.beside{grid-template-columns:1fr}
.standing div{grid-template-columns:1fr}
.done,.overview{min-width:38rem}
.picture{direction:rtl}
.picture svg{min-width:44rem;direction:ltr}
.wide{background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/3rem 100% no-repeat local,
linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/3rem 100% no-repeat local,
linear-gradient(to right,var(--edge),transparent) 0 0/1rem 100% no-repeat scroll,
linear-gradient(to left,var(--edge),transparent) 100% 0/1rem 100% no-repeat scroll}}
@media print{
@page{margin:6mm 13mm}
html{font-size:8pt}
body{line-height:1.2}
main,footer{max-width:none;padding:0}
article+article{break-before:page;border:0;margin:0;padding:0}
header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;padding-bottom:.1rem}
header .kind{flex:0 0 100%}
header .kind,table,thead th,thead td,figcaption,footer{font-size:1rem;line-height:1.2}
h2,h3{margin:.3rem 0 .05rem}
caption{padding:0}
th,td{padding-top:.05rem;padding-bottom:.05rem}
.wide{overflow:visible;margin:.1rem 0 .3rem}
.standing{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}
.standing div{grid-column:1/-1;padding:0}
.standing .brief{grid-column:auto}
.standing .asks{margin:.1rem 0;padding:.15rem .4rem}
tr,figure,.standing div,.missing{break-inside:avoid}
thead{display:table-header-group}
h2,h3,caption{break-after:avoid}
details{display:none}
figure{margin:.1rem 0}
.picture{margin:0}
figure svg{width:100%}
figcaption{margin:0}
.overview thead th{white-space:normal}
.overview th,.overview td{padding-right:.4rem}
.overview tbody th{min-width:13.2rem}
.overview td:nth-child(2){min-width:14.6rem}
.overview td:nth-child(4),.change td{white-space:nowrap}
.beside .episodes thead{display:none}
.beside{grid-template-columns:auto 1fr}
.beside .episodes th,.beside .episodes td,.beside .factors th,.beside .factors td{display:block;padding-right:0}
.beside .episodes th,.beside .factors th{border:0;padding-bottom:0}
footer{margin-top:.2rem}
.bar,.standing .asks,.missing{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
)css";
}

}  // namespace hinge::report
