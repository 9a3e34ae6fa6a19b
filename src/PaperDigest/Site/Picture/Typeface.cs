using System.Globalization;
using System.Reflection;
using System.Text;

namespace PaperDigest.Site;

/// <summary>The face of titles, Source Serif 4 at weight 600, from the files in which it comes for Latin, Greek and Cyrillic.</summary>
internal sealed class Typeface
{
    /// <summary>The Latin one first: it has what all share.</summary>
    private static readonly string[] Scripts = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic"];

    private readonly List<Font> _fonts = [.. Scripts.Select(Read)];

    /// <summary>
    /// The text as this face can write it: accents that it lacks are left off, mathematical letters are plain ones, and what is of another
    /// script is left out. Empty when nothing is left.
    /// </summary>
    public string Writable(string text)
    {
        var writable = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Find(rune.Value) is not null) writable.Append(rune.ToString());
            else if (Rune.IsWhiteSpace(rune)) writable.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) writable.Append(Plain(rune) ?? " ");
        }
        return string.Join(' ', writable.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>How wide a text is at a size, in pixels; it is one that <see cref="Writable"/> gave.</summary>
    public double Width(string text, double size) => text.EnumerateRunes().Select(r => Find(r.Value)).OfType<(Font Font, int Glyph)>().Sum(g => g.Font.Advance(g.Glyph) * size / g.Font.UnitsPerEm);

    /// <summary>Writes one line; its first letter stands at the place.</summary>
    public void Write(Canvas canvas, string text, (double X, double Y) at, double size, int ink)
    {
        var x = at.X;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Find(rune.Value) is not var (font, glyph)) continue;
            var scale = size / font.UnitsPerEm;
            foreach (var contour in font.Outline(glyph)) Trace(canvas, [.. contour.Select(p => new GlyphPoint(x + (p.X * scale), at.Y - (p.Y * scale), p.IsOnCurve))]);
            x += font.Advance(glyph) * scale;
        }
        canvas.Fill(ink);
    }

    /// <summary>Follows a closed curve; between two points off it lies one on it.</summary>
    private static void Trace(Canvas canvas, GlyphPoint[] points)
    {
        if (points.Length < 2) return;
        var start = Array.FindIndex(points, p => p.IsOnCurve);
        var from = start >= 0 ? points[start] : Middle(points[0], points[^1]);
        GlyphPoint? bend = null;
        for (var i = 1; i <= points.Length; i++)
        {
            var point = points[(Math.Max(start, -1) + i + points.Length) % points.Length];
            var to = point.IsOnCurve ? point : bend is { } before ? Middle(before, point) : default(GlyphPoint?);
            if (to is { } end)
            {
                Bend(canvas, from, bend ?? end, end);
                from = end;
            }
            bend = point.IsOnCurve ? null : point;
        }
        if (bend is { } last) Bend(canvas, from, last, start >= 0 ? points[start] : Middle(points[0], points[^1]));
    }

    /// <summary>A quadratic curve in straight pieces, as many as its size asks for.</summary>
    private static void Bend(Canvas canvas, GlyphPoint from, GlyphPoint bend, GlyphPoint to)
    {
        var pieces = bend == to ? 1 : Math.Clamp((int)Math.Sqrt(Math.Abs(from.X - (2 * bend.X) + to.X) + Math.Abs(from.Y - (2 * bend.Y) + to.Y)) + 1, 2, 12);
        var (x, y) = (from.X, from.Y);
        for (var i = 1; i <= pieces; i++)
        {
            var (t, u) = ((double)i / pieces, 1 - ((double)i / pieces));
            var (nextX, nextY) = ((u * u * from.X) + (2 * u * t * bend.X) + (t * t * to.X), (u * u * from.Y) + (2 * u * t * bend.Y) + (t * t * to.Y));
            canvas.Edge(x, y, nextX, nextY);
            (x, y) = (nextX, nextY);
        }
    }

    private static GlyphPoint Middle(GlyphPoint a, GlyphPoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2, true);

    private (Font Font, int Glyph)? Find(int character)
    {
        foreach (var font in _fonts)
        {
            if (font.Glyph(character) is { } glyph) return (font, glyph);
        }
        return null;
    }

    /// <summary>The plain letters of a character that stands for them, such as 𝒪; null when there are none in this face.</summary>
    private string? Plain(Rune rune)
    {
        var plain = string.Concat(rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(r => Find(r.Value) is not null).Select(r => r.ToString()));
        return plain.Length > 0 ? plain : null;
    }

    private static Font Read(string script)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"PaperDigest.Site.Picture.Fonts.source-serif-4-{script}-600-normal.woff")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return new Font(bytes);
    }
}
