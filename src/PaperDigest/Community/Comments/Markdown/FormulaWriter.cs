using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>Writes <c>$…$</c> as mathematics, and one that is not understood as it was typed, with its signs.</summary>
internal sealed class FormulaWriter : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline formula)
    {
        var source = formula.Content.ToString();
        if (Mathematics.Of(source, isDisplayed: formula.DelimiterCount > 1) is { } markup)
        {
            renderer.Write(markup);
            return;
        }
        var delimiter = new string(formula.Delimiter, formula.DelimiterCount);
        renderer.Write("<code>").WriteEscape(delimiter + source + delimiter).Write("</code>");
    }
}

/// <summary>Writes a block between <c>$$</c>.</summary>
internal sealed class FormulaBlockWriter : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock formula)
    {
        renderer.EnsureLine();
        if (Mathematics.Of(formula.Lines.ToString(), isDisplayed: true) is { } markup) renderer.Write("<p>").Write(markup).Write("</p>");
        else renderer.Write("<pre><code>").WriteLeafRawLines(formula, writeEndOfLines: true, escape: true).Write("</code></pre>");
        renderer.EnsureLine();
    }
}

/// <summary>A commenter's formula as MathML.</summary>
internal static class Mathematics
{
    /// <summary>Null when it is not understood. Addresses in it lead nowhere: a comment's links are Markdown's.</summary>
    public static string? Of(string source, bool isDisplayed) => Formula.Read(source, isDisplayed) is { } formula
        ? string.Concat(formula.Pieces(ProseStyle.None).Select(p => p.IsMarkup ? p.Text : MathMarkup.Words(p.Text, p.Style)))
        : null;
}
