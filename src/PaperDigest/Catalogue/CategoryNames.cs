using System.Collections.Frozen;

namespace PaperDigest.Catalogue;

/// <summary>What arXiv calls its categories; of the fields this kind of site is run for.</summary>
public static class CategoryNames
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["cs.AI"] = "Artificial Intelligence", ["cs.AR"] = "Hardware Architecture", ["cs.CC"] = "Computational Complexity",
        ["cs.CE"] = "Computational Engineering, Finance, and Science", ["cs.CG"] = "Computational Geometry", ["cs.CL"] = "Computation and Language",
        ["cs.CR"] = "Cryptography and Security", ["cs.CV"] = "Computer Vision and Pattern Recognition", ["cs.CY"] = "Computers and Society",
        ["cs.DB"] = "Databases", ["cs.DC"] = "Distributed, Parallel, and Cluster Computing", ["cs.DL"] = "Digital Libraries",
        ["cs.DM"] = "Discrete Mathematics", ["cs.DS"] = "Data Structures and Algorithms", ["cs.ET"] = "Emerging Technologies",
        ["cs.FL"] = "Formal Languages and Automata Theory", ["cs.GR"] = "Graphics", ["cs.GT"] = "Computer Science and Game Theory",
        ["cs.HC"] = "Human-Computer Interaction", ["cs.IR"] = "Information Retrieval", ["cs.IT"] = "Information Theory",
        ["cs.LG"] = "Machine Learning", ["cs.LO"] = "Logic in Computer Science", ["cs.MA"] = "Multiagent Systems", ["cs.MM"] = "Multimedia",
        ["cs.MS"] = "Mathematical Software", ["cs.NE"] = "Neural and Evolutionary Computing", ["cs.NI"] = "Networking and Internet Architecture",
        ["cs.OS"] = "Operating Systems", ["cs.PF"] = "Performance", ["cs.PL"] = "Programming Languages", ["cs.RO"] = "Robotics",
        ["cs.SC"] = "Symbolic Computation", ["cs.SD"] = "Sound", ["cs.SE"] = "Software Engineering", ["cs.SI"] = "Social and Information Networks",
        ["eess.AS"] = "Audio and Speech Processing", ["eess.IV"] = "Image and Video Processing", ["eess.SP"] = "Signal Processing",
        ["eess.SY"] = "Systems and Control", ["math.NA"] = "Numerical Analysis", ["math.OC"] = "Optimization and Control", ["math.PR"] = "Probability",
        ["math.ST"] = "Statistics Theory", ["q-bio.NC"] = "Neurons and Cognition", ["q-bio.QM"] = "Quantitative Methods", ["quant-ph"] = "Quantum Physics",
        ["stat.AP"] = "Applications", ["stat.CO"] = "Computation", ["stat.ME"] = "Methodology", ["stat.ML"] = "Machine Learning (Statistics)",
    }.ToFrozenDictionary();

    /// <summary>The name of <paramref name="category"/>; null when it is not known here.</summary>
    public static string? Of(string category) => Names.GetValueOrDefault(category);
}
