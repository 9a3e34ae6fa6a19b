using Microsoft.AspNetCore.OutputCaching;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Api;

/// <summary>
/// <c>/papers/{arxivId}.bib</c> and its like: one paper for reference managers and for programs that read text; ids of before
/// 2007 with their slash too.
/// </summary>
internal static class PaperEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly (string Name, string ContentType, Func<PaperFacts, byte[]> Write)[] Forms =
    [
        ("md", ListForms.Markdown, MarkdownPapers.Paper),
        ("bib", ListForms.BibTex, paper => BibTex.Write([paper])),
        ("ris", ListForms.Ris, paper => Ris.Write([paper])),
        ("csl.json", ListForms.CslJson, paper => CslJson.Write([paper])),
        ("txt", "text/plain; charset=utf-8", PlainCitation.Write),
        ("csv", ListForms.Csv, paper => Csv.Write([paper])),
    ];

    public static void MapPaperForms(this WebApplication app)
    {
        foreach (var (name, type, write) in Forms)
        {
            Map($"/papers/{{id}}.{name}", (HttpContext context, string id, PaperShelf shelf) => AnswerAsync(context, id, shelf));
            Map($"/papers/{{archive}}/{{number}}.{name}", (HttpContext context, string archive, string number, PaperShelf shelf) => AnswerAsync(context, $"{archive}/{number}", shelf));

            void Map(string path, Delegate answer) => app.MapMethods(path, Methods, answer).WithMetadata(new OutputCacheAttribute { PolicyName = SharedAnswers.Policy });

            async Task<IResult> AnswerAsync(HttpContext context, string asked, PaperShelf shelf)
            {
                var papers = ArxivId.TryParse(Uri.UnescapeDataString(asked), out var id) ? await shelf.TakeAsync([id.ToString()], context.RequestAborted) : [];
                if (papers is not [var paper]) return Results.Text("This paper is not in the catalogue.", statusCode: StatusCodes.Status404NotFound);
                var file = name == "md" ? null : $"{paper.Paper.ArxivId.Replace('/', '-')}.{name}";
                return SharedAnswers.Answer(write(paper), type, changedAt: null, file);
            }
        }
    }
}
