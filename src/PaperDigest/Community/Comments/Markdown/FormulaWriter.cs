using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace PaperDigest.Community;

/// <summary>Writes <c>$…$</c> as it was typed, with its signs: nobody's underscores become emphasis.</summary>
internal sealed class FormulaWriter : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline formula)
    {
        var delimiter = new string(formula.Delimiter, formula.DelimiterCount);
        renderer.Write("<code>").WriteEscape(delimiter).WriteEscape(formula.Content).WriteEscape(delimiter).Write("</code>");
    }
}

/// <summary>Writes a block between <c>$$</c> as it was typed.</summary>
internal sealed class FormulaBlockWriter : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock formula)
    {
        renderer.EnsureLine();
        renderer.Write("<pre><code>");
        renderer.WriteLeafRawLines(formula, writeEndOfLines: true, escape: true);
        renderer.Write("</code></pre>");
        renderer.EnsureLine();
    }
}
