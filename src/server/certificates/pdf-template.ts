/**
 * The sheet as a Typst program. It is the same for everybody: what differs comes as one JSON text in
 * `sys.inputs`, so that nobody's name is ever read as Typst.
 */
export const template = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1D2B27")
#let soft = rgb("#52605B")
#let leaf = rgb("#0B6B4F")
#let amber = rgb("#F4C152")
#let lotus = rgb("#B4235A")
#let khmer = d.locale == "km"
// Khmer letters are small for their size, and reach further down.
#let small = if khmer { 1.14 } else { 1 }
#let deep = if khmer { 1.35 } else { 1 }

// Decoration is kept from screen readers where this Typst can say so.
#let quiet(it) = if sys.version >= version(0, 14, 0) { pdf.artifact(it) } else { it }
#let svg(source, alt, ..size) = image(bytes(source), format: "svg", alt: alt, ..size)
// Words with the language they are in, for titles that fall back to another one.
#let say(it) = text(lang: it.lang, it.text)

#set text(
  // Our fonts alone: a machine's own ones would give each machine another paper.
  font: ("Be Vietnam Pro", "Battambang"), fallback: false, lang: d.locale, fill: ink, size: 10.5pt, hyphenate: false,
  top-edge: "cap-height", bottom-edge: "baseline",
)
#set par(leading: if khmer { 0.95em } else { 0.62em }, spacing: 0pt, justify: false)
#set block(spacing: 0pt)
#set heading(outlined: false, bookmarked: false)
#show heading: it => block(above: 0pt, below: 0pt, it.body)

#set page(
  width: 297mm, height: 210mm, margin: (x: 26mm, top: 18mm, bottom: 18mm),
  background: quiet({
    place(svg(d.art, none, width: 297mm))
    if d.status != none {
      let pale = lotus.transparentize(86%)
      place(center + horizon, dy: -12mm, rotate(-18deg, text(92pt, weight: 700, fill: pale, d.status.mark)))
    }
  }),
)

// Letters grow evenly, so one measure at a known size tells the size that fills a width.
#let known = 20pt
#let filling(natural, width) = known * (width / natural) * 0.99

// The two lines nearest to each other in length; lines break between words, never within a name.
#let two-lines(words, style) = {
  let widths = words.map(word => measure(text(known, ..style, word)).width)
  let space = measure(text(known, ..style, "o o")).width - measure(text(known, ..style, "oo")).width
  let length(from, to) = widths.slice(from, to).sum() + space * (to - from - 1)
  let longer(at) = calc.max(length(0, at), length(at, words.len()))
  let at = range(1, words.len()).sorted(key: longer).first()
  (lines: (words.slice(0, at).join(" "), words.slice(at).join(" ")), width: longer(at))
}

// One line as large as it fits, else two, else (a title without spaces) a paragraph.
#let fitted(it, width, most, least, ..style) = context {
  let style = (lang: it.lang, ..style.named())
  let one = filling(measure(text(known, ..style, it.text)).width, width)
  if one >= least { return text(calc.min(one, most), ..style, it.text) }
  if it.words.len() > 1 {
    let (lines, width: longer) = two-lines(it.words, style)
    let two = calc.min(filling(longer, width), least)
    if two > one * 1.1 {
      set par(leading: if it.lang == "km" { 0.8em } else { 0.6em })
      return text(two, ..style, lines.join(linebreak()))
    }
  }
  if it.breakable { block(width: width, text(least, ..style, it.text)) } else { text(one, ..style, it.text) }
}

#let skill(it, k) = grid(
  columns: (5pt, auto), column-gutter: 6pt,
  quiet(move(dy: (9.5pt * k - 6.2pt) / 2, circle(radius: 2.1pt, fill: amber, stroke: 0.5pt + leaf))),
  { set text(9.5pt * k * small); say(it.title); text(fill: soft, " – " + it.level) },
)

#let rule = quiet(grid(
  columns: (34mm, auto, 34mm), column-gutter: 6pt, align: horizon,
  line(length: 100%, stroke: 0.7pt + amber),
  rotate(45deg, square(size: 4pt, fill: amber, stroke: 0.5pt + leaf)),
  line(length: 100%, stroke: 0.7pt + amber),
))

// Two columns of the same width: as wide as the longest skill needs, or as there is room.
#let skills(width, k) = {
  heading(level: 2, text(11pt * k * small, fill: leaf, weight: 600, d.words.skills))
  v(11pt * k)
  context {
    let gutter = 11mm
    let widest = calc.max(..d.skills.map(it => measure(skill(it, k)).width)) + 0.5pt
    let column = calc.min(widest, if d.skills.len() > 1 { (width - gutter) / 2 } else { width })
    block(align(left, grid(
      columns: (column,) * calc.min(d.skills.len(), 2), column-gutter: gutter, row-gutter: 8.5pt * k,
      ..d.skills.map(it => skill(it, k)),
    )))
  }
  if d.more != none { v(7pt * k); text(9pt * k * small, fill: soft, d.more) }
}

#let site(k) = grid(
  columns: 2, column-gutter: 8pt, align: (horizon, left + horizon),
  svg(d.mark, d.words.markAlt, height: 12.5mm * k),
  {
    text(14pt * k, weight: 700, fill: leaf, d.words.site)
    v(6pt * k)
    text(9pt * k * small, fill: soft, d.words.tagline)
  },
)

#let is-issued = d.issuer.name != none or d.issuer.unit != none or d.issuer.logo != none
// The issuer's mark, no wider than a third of what is beside it.
#let logo(k) = context {
  let high = svg(d.issuer.logo, d.words.logoAlt, height: 14mm * k)
  if measure(high).width <= 42mm { high } else { svg(d.issuer.logo, d.words.logoAlt, width: 42mm) }
}

// Who issues stands on the left, as on official papers, and the site on the right; where nobody is named, the site alone.
#let head(width, k) = if is-issued {
  let lines = {
    set par(leading: if khmer { 0.8em } else { 0.55em })
    if d.issuer.name != none { par(text(12.5pt * k, weight: 700, fill: leaf, say(d.issuer.name))) }
    if d.issuer.name != none and d.issuer.unit != none { v(6.5pt * k * deep) }
    if d.issuer.unit != none { par(text(10.5pt * k, weight: 600, say(d.issuer.unit))) }
  }
  grid(
    columns: (1fr, auto), column-gutter: 14mm, align: (left + horizon, right + horizon),
    if d.issuer.logo == none { lines } else {
      grid(columns: (auto, 1fr), column-gutter: 9pt, align: horizon, logo(k), lines)
    },
    site(k * 0.8),
  )
} else { site(k) }

#let body(width, k) = align(center, {
  head(width, k)
  v(1fr)
  heading(level: 1, text(42pt * k, weight: 700, fill: leaf, d.words.certificate))
  v(16pt * k * deep)
  fitted(d.certificateTitle, width, 14pt * k, 11pt * k)
  v(1fr)
  text(10.5pt * k * small, fill: soft, d.words.awardedTo)
  v(15pt * k)
  fitted(d.holder, width, 42pt * k, 28pt * k, weight: 600)
  v(16pt * k * deep)
  rule
  v(13pt * k)
  text(10.5pt * k * small, fill: soft, d.words.completedCourse)
  v(12pt * k)
  fitted(d.courseTitle, width, 19pt * k, 14pt * k, weight: 600)
  if d.status != none {
    v(12pt * k * deep)
    box(stroke: 1pt + lotus, radius: 3pt, inset: (x: 10pt, y: 6pt * deep), fill: white,
      text(10.5pt * k * small, weight: 600, fill: lotus, d.status.line))
  }
  if d.skills.len() > 0 { v(1fr); skills(width, k) }
})

#let fact(it, size) = {
  text(8pt * small, fill: soft, it.label)
  v(6pt)
  text(size, weight: 600, it.value)
}

// The facts beside each other, as large as they fit; in two rows beside a signature, and where they do not fit in one.
#let facts = layout(space => {
  let set-in(across, size, column, gutter) = grid(
    columns: (column,) * across, column-gutter: gutter, row-gutter: 11pt, ..d.facts.map(it => fact(it, size)),
  )
  let half = calc.ceil(d.facts.len() / 2)
  let rows = if d.signature == none { (d.facts.len(), half) } else { (half,) }
  let sizes = (10pt, 9.5pt, 9pt, 8.5pt, 8pt).map(n => n * small)
  let found = rows.map(across => {
    let fits(size) = measure(set-in(across, size, auto, 12pt)).width <= space.width
    (across, sizes.find(fits))
  }).find(it => it.at(1) != none)
  if found == none { set-in(half, 8pt * small, auto, 8pt) }
  else if found.at(0) == d.facts.len() { set-in(..found, auto, 1fr) }
  else if d.facts.len() == 4 { set-in(..found, 1fr, 8pt) }
  else { set-in(..found, auto, 12pt) }
})

// Room for a name by hand and a seal.
#let signature = if d.signature != none {
  align(center, block(width: 100%, {
    set par(leading: if khmer { 0.8em } else { 0.55em })
    if d.signature.title != none { par(text(10pt, weight: 700, say(d.signature.title))) }
    v(6pt * deep)
    text(8pt * small, fill: soft, d.signature.seal)
    v(25mm)
    if d.signature.name != none { par(text(10.5pt, weight: 600, say(d.signature.name))) }
  }))
}

#let checking = {
  facts
  v(10pt)
  quiet(line(length: 100%, stroke: 0.5pt + amber))
  v(9pt)
  text(8.5pt * small, d.words.verify)
  v(7pt * deep)
  // A line that ends within a serial is read wrongly.
  layout(space => {
    let address = if d.verifyUrl == none { d.serial } else { link(d.verifyUrl, d.verifyUrl) }
    let natural = measure(text(known, weight: 600, address)).width
    text(calc.max(6pt, calc.min(9pt, filling(natural, space.width))), weight: 600, fill: leaf, address)
  })
  v(10pt)
  text(7.5pt * small, fill: soft, d.words.fingerprint)
  v(5pt)
  block({ set par(leading: 0.5em); text(7.5pt, lang: "en", number-width: "tabular", d.hash) })
}

#let code = if d.qr != none {
  rect(inset: 0pt, stroke: 0.5pt + amber, svg(d.qr, d.words.qrAlt, width: 36mm))
}

#let foot = if signature == none {
  grid(columns: (1fr, 36mm), column-gutter: 10mm, align: bottom, checking, code)
} else {
  grid(columns: (1fr, 36mm, 60mm), column-gutter: 8mm, align: bottom, checking, code, signature)
}

#grid(
  rows: (1fr, auto), row-gutter: 6mm,
  // Long titles and many skills: everything becomes smaller by what is too much. 18 mm is for the gaps.
  layout(space => {
    let whole = measure(block(width: space.width, body(space.width, 1))).height + 18mm
    let k = calc.min(1, space.height / whole)
    block(height: 100%, width: 100%, body(space.width, k))
  }),
  foot,
)

// Last, so that what is laid out does not depend on it and need not be laid out anew for each name.
#set document(title: d.documentTitle, author: d.words.site, keywords: d.serial, date: auto)
#metadata(none)
`;
