namespace PaperDigest.Catalogue;

/// <summary>What changed from one text to another, in words: the parts of both in reading order.</summary>
public static class WordDiff
{
    // Two abstracts of 2,000 words; the longest real ones have some 600. Longer texts are shown as replaced whole.
    private const int MostCells = 4_000_000;

    /// <summary>The parts, of which neighbours differ in kind. Differences in blanks alone are none.</summary>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var start = CommonStart(old, now);
        var end = CommonEnd(old.AsSpan(start), now.AsSpan(start));
        var parts = new List<DiffPart>();
        Add(parts, DiffKind.Same, now.AsSpan(0, start));
        AddChanged(parts, old.AsSpan(start..^end), now.AsSpan(start..^end));
        Add(parts, DiffKind.Same, now.AsSpan(now.Length - end));
        return parts;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static int CommonStart(ReadOnlySpan<string> old, ReadOnlySpan<string> now) => old.CommonPrefixLength(now);

    private static int CommonEnd(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var length = 0;
        while (length < old.Length && length < now.Length && old[^(length + 1)] == now[^(length + 1)]) length++;
        return length;
    }

    private static void AddChanged(List<DiffPart> parts, ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        if ((long)old.Length * now.Length > MostCells)
        {
            Add(parts, DiffKind.Removed, old);
            Add(parts, DiffKind.Added, now);
            return;
        }
        var common = CommonLengths(old, now);
        var (i, j) = (0, 0);
        while (i < old.Length && j < now.Length)
        {
            var kind = old[i] == now[j] ? DiffKind.Same : common[i + 1, j] >= common[i, j + 1] ? DiffKind.Removed : DiffKind.Added;
            Add(parts, kind, kind == DiffKind.Removed ? old[i] : now[j]);
            if (kind != DiffKind.Added) i++;
            if (kind != DiffKind.Removed) j++;
        }
        Add(parts, DiffKind.Removed, old[i..]);
        Add(parts, DiffKind.Added, now[j..]);
    }

    /// <summary>For each pair of rests of the texts, the length of their longest common subsequence.</summary>
    private static int[,] CommonLengths(ReadOnlySpan<string> old, ReadOnlySpan<string> now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, ReadOnlySpan<string> words)
    {
        if (words.Length > 0) Add(parts, kind, string.Join(' ', words!));
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, string words)
    {
        if (parts is [.., var last] && last.Kind == kind) parts[^1] = last with { Text = $"{last.Text} {words}" };
        else parts.Add(new DiffPart(kind, words));
    }
}

/// <summary>A run of words that stayed, went or came.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>What became of words from one text to the next.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}
