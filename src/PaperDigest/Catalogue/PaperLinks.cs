namespace PaperDigest.Catalogue;

/// <summary>Where a paper, an author, a category is found, here and at arXiv.</summary>
public static class PaperLinks
{
    public static string Paper(string arxivId) => "/papers/" + arxivId;

    public static string Abstract(string arxivId) => "https://arxiv.org/abs/" + arxivId;

    public static string Pdf(string arxivId) => "https://arxiv.org/pdf/" + arxivId;

    /// <summary>The paper and its discussion at Hugging Face.</summary>
    public static string HuggingFace(string arxivId) => "https://huggingface.co/papers/" + arxivId;

    /// <summary>What is found here by some words.</summary>
    public static string Search(string words) => "/papers?q=" + Uri.EscapeDataString(words);

    public static string Category(string category) => "/categories/" + Uri.EscapeDataString(category);

    // A name may hold a slash; the path has a segment for each part then.
    public static string Author(string name) => "/authors/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
}
