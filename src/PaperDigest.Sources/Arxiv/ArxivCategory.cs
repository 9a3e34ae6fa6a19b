using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>arXiv's subject classes by their canonical names: <c>cs.AI</c>, <c>hep-th</c>, <c>cond-mat.soft</c>.</summary>
public static partial class ArxivCategory
{
    /// <summary>Names that mean another category: aliases that arXiv still prints next to it, and archives that were absorbed.</summary>
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["math.MP"] = "math-ph", ["stat.TH"] = "math.ST", ["math.IT"] = "cs.IT", ["q-fin.EC"] = "econ.GN",
        ["cs.SY"] = "eess.SY", ["cs.NA"] = "math.NA",
        ["acc-phys"] = "physics.acc-ph", ["adap-org"] = "nlin.AO", ["alg-geom"] = "math.AG", ["ao-sci"] = "physics.ao-ph",
        ["atom-ph"] = "physics.atom-ph", ["bayes-an"] = "physics.data-an", ["chao-dyn"] = "nlin.CD", ["chem-ph"] = "physics.chem-ph",
        ["cmp-lg"] = "cs.CL", ["comp-gas"] = "nlin.CG", ["dg-ga"] = "math.DG", ["funct-an"] = "math.FA",
        ["mtrl-th"] = "cond-mat.mtrl-sci", ["patt-sol"] = "nlin.PS", ["plasm-ph"] = "physics.plasm-ph", ["q-alg"] = "math.QA",
        ["solv-int"] = "nlin.SI", ["supr-con"] = "cond-mat.supr-con",
    }.ToFrozenDictionary();

    /// <summary>Archives whose papers all have a subject: a name to ask by, but no category of a paper.</summary>
    private static readonly FrozenSet<string> WholeArchives =
        FrozenSet.ToFrozenSet(["cs", "econ", "eess", "math", "nlin", "physics", "q-fin", "stat"]);

    /// <summary>Archives that have no subjects, or had none once.</summary>
    private static readonly FrozenSet<string> PlainArchives = FrozenSet.ToFrozenSet(
        ["astro-ph", "cond-mat", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nucl-ex", "nucl-th", "q-bio", "quant-ph"]);

    /// <summary>Archives outside physics, whose OAI-PMH sets carry their own name twice.</summary>
    private static readonly FrozenSet<string> OwnGroups = FrozenSet.ToFrozenSet(["cs", "econ", "eess", "math", "q-bio", "q-fin", "stat"]);

    /// <summary>The canonical name of a category or archive to ask for, whatever its case or alias; false for text that is none, such as an ACM or MSC class.</summary>
    public static bool TryCanonical(string? text, out string category)
    {
        category = "";
        if (text is null || !Form().IsMatch(text.Trim()))
            return false;
        category = Cased(text.Trim());
        category = Aliases.GetValueOrDefault(category, category);
        var archive = Parts(category).Archive;
        return WholeArchives.Contains(archive) || PlainArchives.Contains(archive);
    }

    /// <summary>A paper's canonical categories in the order given, each once. What is no category is left out.</summary>
    public static IReadOnlyList<string> Canonical(IEnumerable<string> texts)
    {
        var categories = new List<string>();
        foreach (var text in texts)
        {
            if (TryCanonical(text, out var category) && !WholeArchives.Contains(category) && !categories.Contains(category))
                categories.Add(category);
        }
        return categories;
    }

    /// <summary>The OAI-PMH set that holds a category: <c>cs:cs:AI</c>, <c>physics:hep-th</c>, <c>physics:astro-ph:EP</c>.</summary>
    public static string OaiSet(string category)
    {
        var (archive, subject) = Parts(TryCanonical(category, out var canonical) ? canonical : category);
        var group = OwnGroups.Contains(archive) ? archive : "physics";
        return subject.Length == 0 ? $"{group}:{archive}" : $"{group}:{archive}:{subject}";
    }

    /// <summary>Two-letter subjects are capitals (cs.AI, nlin.AO); longer ones are not (cond-mat.soft, physics.acc-ph).</summary>
    private static string Cased(string text)
    {
        var (archive, subject) = Parts(text);
        archive = archive.ToLowerInvariant();
        if (subject.Length == 0)
            return archive;
        return $"{archive}.{(subject.Length == 2 ? subject.ToUpperInvariant() : subject.ToLowerInvariant())}";
    }

    private static (string Archive, string Subject) Parts(string category) =>
        category.IndexOf('.') is var dot && dot < 0 ? (category, "") : (category[..dot], category[(dot + 1)..]);

    // The archive is at least two letters, which keeps ACM classes (I.2.7) out; digits keep MSC classes (68T50) out.
    [GeneratedRegex("^[a-z]{1,8}(?:-[a-z]{2,4})?(?<=..)(?:\\.[a-z]{2,8}(?:-[a-z]{2,8})?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
