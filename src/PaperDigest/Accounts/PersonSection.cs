namespace PaperDigest.Accounts;

/// <summary>
/// A part of the page of a person, added by the slice that knows it: <c>services.AddSingleton(new PersonSection(10, typeof(CommentsOf)))</c>.
/// The component takes a parameter <c>Person</c> (<see cref="PublicPerson"/>), begins with an h2, and renders nothing where there is
/// nothing.
/// </summary>
/// <param name="Order">Sections stand in the order of these numbers.</param>
/// <param name="Component">The component's type.</param>
internal sealed record PersonSection(int Order, Type Component);
