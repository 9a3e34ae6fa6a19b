using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>A part of a daily list: its papers in order, and what of it could not be taken.</summary>
/// <param name="Length">Wrappers in the answer, rejected ones included.</param>
internal sealed record DailyPapersPage(IReadOnlyList<DailyPaper> Papers, IReadOnlyList<RejectedItem> Rejected, int Length);
