using PaperDigest.Catalogue;

namespace PaperDigest.Site;

/// <summary>A paper as a picture of 1200 by 630 pixels: what other sites show when somebody links to its page.</summary>
internal sealed class PaperPicture(Typeface face)
{
    private const int Width = 1200, Height = 630, Margin = 72;
    private const int MostLines = 5;

    // The colours of site.css, in the light theme.
    private static readonly Colour Ground = new(0xFB, 0xFA, 0xF7);
    private static readonly Colour[] Inks = [new(0x1D, 0x1C, 0x1A), new(0x5C, 0x59, 0x52), new(0xE4, 0xE0, 0xD8), new(0x0B, 0x5F, 0x59)];
    private const int Ink = 0, Soft = 1, Line = 2, Accent = 3;

    // The largest at which the title has room.
    private static readonly int[] TitleSizes = [68, 60, 52, 46, 40];

    /// <param name="paper">The paper.</param>
    /// <param name="site">The name of the site.</param>
    public byte[] Draw(Paper paper, string site)
    {
        var canvas = new Canvas(Width, Height, Ground, Inks);
        canvas.Rectangle((0, 0), Width, 12, Accent);
        Write(canvas, $"{site} · arXiv:{paper.ArxivId}", 96, 28, Accent);
        var (lines, size) = Title(paper);
        foreach (var (i, line) in lines.Index()) face.Write(canvas, line, (Margin, 180 + (i * size * 1.18)), size, Ink);
        Write(canvas, Authors(paper), 510, 30, Ink);
        canvas.Rectangle((Margin, 544), Width - (2 * Margin), 2, Line);
        Write(canvas, string.Join(" · ", [.. paper.Categories.Take(4), DayWords.Dated(paper.FirstListed)]), 588, 26, Soft);
        return PngImage.Of(canvas);
    }

    private (IReadOnlyList<string> Lines, int Size) Title(Paper paper)
    {
        var title = face.Writable(Prose.Plain(paper.Title.Length > 500 ? paper.Title[..500] : paper.Title));
        if (title.Length == 0) title = "arXiv:" + paper.ArxivId;
        foreach (var size in TitleSizes)
        {
            // Five lines of the smallest, three of the largest: above the authors.
            if (Broken(title, size) is var lines && lines.Count * size * 1.18 <= 290) return (lines, size);
        }
        var cut = Broken(title, TitleSizes[^1]).Take(MostLines).ToList();
        cut[^1] = Shortened(cut[^1] + "…", TitleSizes[^1]);
        return (cut, TitleSizes[^1]);
    }

    private string Authors(Paper paper)
    {
        for (var named = Math.Min(4, paper.Authors.Length); named > 0; named--)
        {
            var more = paper.Authors.Length - named;
            var line = face.Writable(string.Join(", ", paper.Authors.Take(named).Select(a => a.Length > 80 ? a[..80] : a)) + (more > 0 ? $" and {more} more" : ""));
            if (face.Width(line, 30) <= Width - (2 * Margin)) return line;
        }
        return paper.Authors.Length == 0 ? "" : Shortened(face.Writable(paper.Authors[0].Length > 120 ? paper.Authors[0][..120] : paper.Authors[0]) + "…", 30);
    }

    private List<string> Broken(string text, int size)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && face.Width(longer, size) > Width - (2 * Margin))
            {
                lines.Add(Shortened(line, size));
                longer = word;
            }
            line = longer;
        }
        lines.Add(Shortened(line, size));
        return lines;
    }

    /// <summary>Cut to the width that there is; only a word that is wider needs it.</summary>
    private string Shortened(string line, int size)
    {
        while (line.Length > 2 && face.Width(line, size) > Width - (2 * Margin)) line = line[..^2].TrimEnd('…', ' ') + "…";
        return line;
    }

    private void Write(Canvas canvas, string text, int y, int size, int ink) => face.Write(canvas, Shortened(face.Writable(text), size), (Margin, y), size, ink);
}
