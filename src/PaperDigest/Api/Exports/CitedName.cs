namespace PaperDigest.Api;

/// <summary>An author's name in the parts that citations sort by. Who has no given name, such as a collaboration, is all family name.</summary>
internal sealed record CitedName(string Family, string Given, string Suffix)
{
    private static readonly string[] GroupWords = ["collaboration", "team", "group", "consortium", "project", "community", "initiative", "laboratory", "institute"];
    private static readonly string[] Suffixes = ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"];

    /// <summary>Words that begin a family name when they are written small: van, de la, bin.</summary>
    private static readonly HashSet<string> Particles = new(
        ["van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "ter", "ten", "zu", "zur", "af", "av", "bin", "ibn", "al", "el"],
        StringComparer.Ordinal);

    /// <summary>Whether it is not a person's name in parts.</summary>
    public bool IsWhole => Given.Length == 0 && Suffix.Length == 0;

    /// <summary>"Hopper, Grace" with the suffix between, as BibTeX and reference managers read it.</summary>
    public string Inverted => IsWhole ? Family : Suffix.Length == 0 ? $"{Family}, {Given}" : $"{Family}, {Suffix}, {Given}";

    public static CitedName Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count < 2 || name.Contains(',') || words.Exists(w => GroupWords.Contains(w.ToLowerInvariant()))) return new CitedName(name, "", "");
        var suffix = "";
        if (words.Count > 2 && Suffixes.Contains(words[^1]))
        {
            suffix = words[^1];
            words.RemoveAt(words.Count - 1);
        }
        // The first particle that is not the first word; else the last word.
        var family = words.FindIndex(1, Particles.Contains);
        if (family < 0 || family == words.Count) family = words.Count - 1;
        return new CitedName(string.Join(' ', words.Skip(family)), string.Join(' ', words.Take(family)), suffix);
    }
}
