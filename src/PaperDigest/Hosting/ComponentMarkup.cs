using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PaperDigest.Hosting;

/// <summary>Renders Razor components to HTML outside of any page: the parts of mails, and what many pages share.</summary>
internal sealed class ComponentMarkup(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    /// <summary>The component's markup, with one parameter.</summary>
    public async Task<string> OfAsync<TComponent>(string parameter, object value)
        where TComponent : IComponent =>
        (await OfEachAsync<TComponent>([new Dictionary<string, object?> { [parameter] = value }]))[0];

    /// <summary>The component's markup for each set of parameters.</summary>
    public async Task<IReadOnlyList<string>> OfEachAsync<TComponent>(IReadOnlyList<IDictionary<string, object?>> parameters)
        where TComponent : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var markup = new string[parameters.Count];
            for (var n = 0; n < markup.Length; n++)
                markup[n] = (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters[n]))).ToHtmlString();
            return markup;
        });
    }
}
