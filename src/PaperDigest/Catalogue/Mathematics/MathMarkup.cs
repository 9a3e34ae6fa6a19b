using System.Globalization;
using System.Net;
using System.Text;

namespace PaperDigest.Catalogue;

/// <summary>
/// Writes formulas as MathML Core, which browsers set themselves. Every text is escaped here: formulas come from anybody. Gaps are written
/// out, for what a browser would choose depends on the place of a sign, not on its part.
/// </summary>
internal sealed class MathMarkup
{
    // What a browser would draw as tall as its neighbours.
    private const string Tall = "()[]{}|‖⟨⟩⌈⌉⌊⌋⟮⟯⟦⟧⌜⌝⌞⌟/∖∣∥↑↓↕⇑⇓⇕";

    private readonly StringBuilder _markup = new();

    /// <summary>Some parts of a formula as one element, with a reading of it for those who cannot see it.</summary>
    public static string Of(MathNode.Row parts, bool isDisplayed)
    {
        var writer = new MathMarkup();
        writer.Line(parts.Parts, isScript: false);
        var display = isDisplayed ? " displaystyle=\"true\"" : "";
        // A lone letter reads itself.
        var reading = parts.Parts is [MathNode.Letters] ? "" : $" alttext=\"{WebUtility.HtmlEncode(MathReading.Of(parts))}\"";
        return $"<math{display}{reading}>{writer._markup}</math>";
    }

    /// <summary>Words with what sets them off.</summary>
    public static string Words(string text, ProseStyle style)
    {
        var words = WebUtility.HtmlEncode(text);
        foreach (var (flag, element) in Elements)
        {
            if (style.HasFlag(flag)) words = $"<{element}>{words}</{element}>";
        }
        return words;
    }

    public static string Link(ProsePiece piece) => $"<a href=\"{WebUtility.HtmlEncode(piece.Address)}\" rel=\"noopener nofollow\">{Words(piece.Text, piece.Style)}</a>";

    private static readonly (ProseStyle, string)[] Elements =
    [
        (ProseStyle.Code, "code"), (ProseStyle.Raised, "sup"), (ProseStyle.Lowered, "sub"), (ProseStyle.Underlined, "u"), (ProseStyle.Emphasis, "em"), (ProseStyle.Bold, "b"),
    ];

    private void Line(IReadOnlyList<MathNode> parts, bool isScript)
    {
        var gaps = MathSpacing.Before(parts, isScript);
        for (var i = 0; i < parts.Count; i++)
        {
            // A sign takes the gap with it; before anything else it stands by itself.
            if (gaps[i] > 0) _markup.Append(CultureInfo.InvariantCulture, $"<mspace width=\"{gaps[i]}em\"/>");
            Write(parts[i], isScript);
        }
    }

    private void Write(MathNode node, bool isScript)
    {
        switch (node)
        {
            case MathNode.Row { Parts: [var only] }: Write(only, isScript); break;
            case MathNode.Row row: Element("mrow", () => Line(row.Parts, isScript)); break;
            case MathNode.Letters letters: Letters(letters); break;
            case MathNode.Number number: Text("mn", MathAlphabet.In(number.Font, number.Text)); break;
            case MathNode.Named named: Sign(named.Text, stretches: false); break;
            case MathNode.Sign sign: Sign(sign.Text, stretches: false); break;
            case MathNode.Words words: _markup.Append("<mtext>").Append(Words(Kept(words.Text), words.Style)).Append("</mtext>"); break;
            case MathNode.Space space when space.Em > 0: _markup.Append(CultureInfo.InvariantCulture, $"<mspace width=\"{space.Em}em\"/>"); break;
            case MathNode.Scripts scripts: Scripts(scripts); break;
            case MathNode.Fraction fraction: Element("mfrac", fraction.HasLine ? "" : " linethickness=\"0\"", fraction.Upper, fraction.Lower); break;
            case MathNode.Root { Degree: { } degree } root: Element("mroot", "", root.Radicand, degree); break;
            case MathNode.Root root: Element("msqrt", () => Write(root.Radicand, isScript)); break;
            case MathNode.Accented accented: Accented(accented); break;
            case MathNode.Fenced fenced: Fenced(fenced); break;
            case MathNode.Table table: Table(table); break;
            case MathNode.Unseen unseen: Element("mphantom", () => Write(unseen.Body, isScript)); break;
        }
    }

    private void Letters(MathNode.Letters letters)
    {
        // A browser slants a letter that stands alone; TeX leaves capital Greek, and what is upright, as it is.
        var isUpright = letters.Text.Length == 1 && (letters.Font == MathFont.Roman || (letters.Font == MathFont.Default && letters.Text[0] is >= 'Α' and <= 'Ω'));
        if (isUpright) _markup.Append("<mi mathvariant=\"normal\">").Append(letters.Text).Append("</mi>");
        else Text("mi", MathAlphabet.In(letters.Font, letters.Text));
    }

    private void Sign(string text, bool stretches)
    {
        var tall = !stretches && text.Length == 1 && Tall.Contains(text[0]) ? " stretchy=\"false\"" : "";
        _markup.Append(CultureInfo.InvariantCulture, $"<mo lspace=\"0\" rspace=\"0\"{tall}>{WebUtility.HtmlEncode(text)}</mo>");
    }

    private void Scripts(MathNode.Scripts scripts)
    {
        var name = (scripts.Below, scripts.Above, scripts.AreLimits) switch
        {
            ({ }, { }, false) => "msubsup",
            ({ }, null, false) => "msub",
            (null, _, false) => "msup",
            ({ }, { }, true) => "munderover",
            ({ }, null, true) => "munder",
            (null, _, true) => "mover",
        };
        _markup.Append('<').Append(name).Append('>');
        One(scripts.Base, isScript: false);
        if (scripts.Below is { } below) One(below, isScript: true);
        if (scripts.Above is { } above) One(above, isScript: true);
        _markup.Append("</").Append(name).Append('>');
    }

    private void Accented(MathNode.Accented accented)
    {
        var (name, attribute) = accented.IsBelow ? ("munder", "accentunder") : ("mover", "accent");
        _markup.Append('<').Append(name).Append(' ').Append(attribute).Append("=\"true\">");
        One(accented.Base, isScript: false);
        _markup.Append(accented.Stretches ? "<mo>" : "<mo stretchy=\"false\">").Append(accented.Mark).Append("</mo></").Append(name).Append('>');
    }

    private void Fenced(MathNode.Fenced fenced) => Element("mrow", () =>
    {
        if (fenced.Open.Length > 0) Sign(fenced.Open, stretches: true);
        Write(fenced.Body, isScript: false);
        if (fenced.Close.Length > 0) Sign(fenced.Close, stretches: true);
    });

    private void Table(MathNode.Table table)
    {
        _markup.Append(table.IsAlignedLeft ? "<mtable class=\"left\">" : "<mtable>");
        foreach (var row in table.Rows)
            Element("mtr", () =>
            {
                foreach (var cell in row) Element("mtd", () => Write(cell, isScript: false));
            });
        _markup.Append("</mtable>");
    }

    /// <summary>A child where exactly one is due.</summary>
    private void One(MathNode node, bool isScript)
    {
        if (node is MathNode.Space { Em: 0 }) _markup.Append("<mrow></mrow>");
        else Write(node, isScript);
    }

    private void Element(string name, string attributes, params ReadOnlySpan<MathNode> children)
    {
        _markup.Append('<').Append(name).Append(attributes).Append('>');
        foreach (var child in children) One(child, isScript: false);
        _markup.Append("</").Append(name).Append('>');
    }

    private void Element(string name, Action content)
    {
        _markup.Append('<').Append(name).Append('>');
        content();
        _markup.Append("</").Append(name).Append('>');
    }

    private void Text(string name, string text) => _markup.Append('<').Append(name).Append('>').Append(WebUtility.HtmlEncode(text)).Append("</").Append(name).Append('>');

    /// <summary>With its outer blanks, which a browser would drop.</summary>
    private static string Kept(string text)
    {
        var kept = text;
        if (kept.StartsWith(' ')) kept = '\u00A0' + kept[1..];
        return kept.EndsWith(' ') ? kept[..^1] + '\u00A0' : kept;
    }
}
