"""Write vragen.xlsx and themalijst.xlsx of the real example. Usage: python maak_bestanden.py [folder]."""

from __future__ import annotations

import sys
from pathlib import Path

HIER = Path(__file__).resolve().parent
sys.path.insert(0, str(HIER.parent / "voorbeeld-digitale-aangifte"))

from maak.bestanden import KOP_GROEPEN, KOP_VRAGEN, SOORTEN  # noqa: E402
from maak.schrijven import write_xlsx  # noqa: E402
from maak.themas import KOLOMMEN  # noqa: E402

# One closed question a line: column, literal text, kind, role, short Dutch name.
GESLOTEN = (
    ("status", "Status", "een_antwoord", "kenmerk", "vragenlijst afgemaakt"),
    ("how_often", "How often do you use Jupyter Notebook?", "een_antwoord", "kenmerk", "hoe vaak gebruikt"),
    ("how_long_used", "Roughly how long have you been using Jupyter Notebook?", "een_antwoord", "kenmerk", "hoe lang gebruikt"),
    ("how_run", "How do you run the Jupyter Notebook?", "een_antwoord", "inhoud", "hoe gestart"),
    ("keywords", "Select all the words that best describe Jupyter Notebook.", "meer_antwoorden", "inhoud", "woorden die passen"),
    ("years_in_role", "How many years have you been in this role?", "een_antwoord", "kenmerk", "jaren in deze rol"),
    (
        "audience_size",
        "How many people typically see and/or interact with the results of your work in Jupyter Notebook? (Consider people "
        "who view your notebooks on nbviewer, colleagues who rerun your notebooks, developers who star your notebook repos "
        "on GitHub, audiences who see your notebooks as slideshows, etc.)",
        "een_antwoord", "inhoud", "aantal mensen dat het werk ziet",
    ),
)
# One open question a line: column, number of boxes, name of the box, literal text, short Dutch name, kompasvraag.
OPEN = (
    ("hinderances", 0, "", "What, if anything, hinders you from making Jupyter Notebook an even more regular part of your workflow?",
     "wat belemmert", "bk1"),
    ("integrations", 3, "Tool / Application", "What tools and applications, if any, would you like to see more tightly integrated "
     "with Jupyter Notebook?", "gewenste koppelingen", "bk3"),
    ("workflow_needs_addressed", 3, "Workflow Need", "What needs in your workflow does Jupyter Notebook address?",
     "behoeften waarin het voorziet", "bk2"),
    ("workflow_needs_not_addressed", 3, "Workflow Need", "What needs in your workflow does Jupyter Notebook not address?",
     "behoeften waarin het niet voorziet", "bk1"),
    ("pleasant_aspects", 3, "Aspect", "What aspects of Jupyter Notebook make it pleasant to use in your workflow?",
     "wat prettig is", "bk2"),
    ("difficult_aspects", 3, "Aspect", "What aspects of Jupyter Notebook make it difficult to use in your workflow?",
     "wat lastig is", "bk1"),
    ("features_changes", 3, "Feature / Change", "What new features or changes would you like to see in Jupyter Notebook? (Please list "
     "anything that comes to mind that helps you in your workflow, big or small.)", "gewenste veranderingen", "bk3"),
    ("first_experience_enhancements", 3, "Enhancement", "Thinking back to when you first started using Jupyter Notebook, what "
     "enhancements would have made your initial experience better?", "beter begin", "bk3"),
    ("role", 0, "", "What is your primary role when using Jupyter Notebook (e.g., student, astrophysicist, financial modeler, "
     "business manager, etc.)?", "rol", ""),
    ("industry", 3, "Industry", "What industries does your role and analytical work support (e.g., Journalism, IT, etc.)?",
     "werkveld", ""),
)
# Themes and patterns follow the keyword dictionary of the researchers, written in the wildcards of a themalijst.
THEMAS = (
    ("version control", "Keeping, comparing and merging versions.",
     "git; github; version control*; version-control*; source control*; versioning; version history; revision*; diff; diffs; diffing; "
     "hg; mercurial; merge*", "", "version control on notebooks (git)"),
    ("collaboration", "Working on one notebook with several people.",
     "collab*; simultaneous*; multi-user; multiuser; multi user; real-time; realtime; co-edit*", "", "collaborative editing"),
    ("sharing and publishing", "Handing results to others: slides, PDF, reports, dashboards.",
     "shar*; export*; publish*; publication*; pdf; slide*; report; reports; reporting; dashboard*; nbconvert; presentation*; html", "",
     "notebook to slides"),
    ("editor", "Editing code and text, shortcuts, completion.",
     "editor; editors; editing; vim; emacs; sublime; atom; keyboard; shortcut*; short-cut*; hotkey*; keybinding*; key binding*; "
     "autocomplet*; completion; tab complet*; spell check*; spellcheck*; multiple cursors", "", "better text editor"),
    ("development environment", "Debugging, inspecting variables, working as in an IDE.",
     "debug*; ide; ides; pycharm; spyder; rstudio; variable; variables; workspace; inspector; breakpoint*; profil*; refactor*; lint*",
     "", "a variable explorer"),
    ("reuse of code", "Modules, imports, long or many notebooks, automation.",
     "modul*; import; imports; importing; reus*; re-us*; library; libraries; package; packages; large project*; automat*; schedul*; "
     "batch; unit test*; testing", "", "importing functions from notebooks"),
    ("files and search", "Finding and managing files and notebooks.",
     "file brows*; file explor*; file manag*; folder*; director*; search*; find and*; navigat*; organi*", "", "search and replace"),
    ("installation and hosting", "Installing, starting, servers and the cloud.",
     "install*; setup; set up; setting up; server; servers; jupyterhub; jupyter hub; host; hosted; hosting; cloud; deploy*; docker; "
     "configur*; environment; environments; virtualenv*; remote*", "server-side", "easier installation"),
    ("look and layout", "Cells, screen space, styles and menus.",
     "cell; cells; fold*; collaps*; hide; hiding; css; theme; themes; font; fonts; scroll*; screen; width; menu*; toolbar*; layout; ui; "
     "interface", "user interface guidelines", "collapsible cells"),
    ("ease of use", "How easy, quick or pleasant it is.",
     "easy; easier; ease; simple; simplicity; convenien*; intuitiv*; clean; pleasant; quick; quickly", "not easy; not intuitive",
     "ease of use"),
    ("interactivity", "Trying things out with an immediate answer.",
     "interactiv*; explor*; prototyp*; experiment*; immediate*; instant*; iterat*; live; repl; widget*; ipywidget*", "file explor*",
     "interactive exploration"),
    ("visualisation", "Plots and other pictures.",
     "plot*; visual*; graph; graphs; graphics; chart*; figure; figures; matplotlib; bokeh; d3; ggplot*; plotly", "visual studio",
     "inline plots"),
    ("text, code and results together", "Everything in one document.",
     "markdown; latex; inline; in-line; documentation of; document; documents; documenting; notes; literate programming; one place; "
     "all in one; narrative; rich text; code and text; text and code", "", "notes/code/figures all in one place"),
    ("languages and kernels", "Other programming languages, kernels and mixing them.",
     "kernel; kernels; language; languages; julia; scala; sql; matlab; ruby; javascript; cpp; rpy2; r kernel; r and python; r language; rmagic", "language barrier",
     "R and Python in one notebook"),
    ("documentation and learning", "Documentation, examples and first steps.",
     "docs; documentation; tutorial*; example; examples; help; learning curve; demo; demos; introduction; walkthrough*", "", "better docs"),
    ("performance and stability", "Speed, memory, crashes and lost work.",
     "performance; slow; slower; speed; memory; crash*; freez*; hang; hangs; stability; stable; unresponsive; restart*; autosave*; "
     "lost", "", "slow with large notebooks"),
    ("nothing", "Nothing to report.", "nothing", "nothing else compares", "nothing"),
)  # fmt: skip


def make_bestanden(map_: Path) -> None:
    """Write the two files into a folder."""
    keuzes = {"vragen": {"soort": SOORTEN, "rol": ("inhoud", "kenmerk", "proces", "gewicht"), "omkeren": ("ja", "nee")}}
    rijen = [[rij.get(kolom, "") for kolom in KOP_VRAGEN] for rij in (*_gesloten(), *_open())]
    write_xlsx(map_ / "vragen.xlsx", {"vragen": (KOP_VRAGEN, rijen), "groepen": (KOP_GROEPEN, ())}, keuzes=keuzes)
    themas = [[naam, omschrijving, "", wel, niet, voorbeeld, "", ""] for naam, omschrijving, wel, niet, voorbeeld in THEMAS]
    write_xlsx(map_ / "themalijst.xlsx", {"themalijst": (KOLOMMEN, themas)}, keuzes={"themalijst": {"nieuw_inzicht": ("ja", "nee")}})


def _gesloten() -> list[dict[str, object]]:
    rijen = [
        {"levering": "enquete", "kolom": kolom, "tekst": tekst, "soort": soort, "rol": rol, "vraag_id": kolom, "kort": kort,
         "omkeren": "nee"}
        for kolom, tekst, soort, rol, kort in GESLOTEN
    ]
    for kolom, ouder, code, kort in (("how_run_other", "how_run", "Other - Write In", "anders gestart"),
                                     ("keywords_other", "keywords", "Other word(s):", "eigen woorden")):
        tekst = next(rij["tekst"] for rij in rijen if rij["kolom"] == ouder)
        rijen.append({"levering": "enquete", "kolom": kolom, "tekst": f"{tekst} ({code.rstrip(':')})", "soort": "open", "rol": "inhoud",
                      "vraag_id": kolom, "kort": kort, "omkeren": "nee", "ouder_kolom": ouder, "ouder_code": code})
    return rijen


def _open() -> list[dict[str, object]]:
    rijen: list[dict[str, object]] = []
    for naam, aantal, vak, tekst, kort, kompas in OPEN:
        basis = {"levering": "enquete", "soort": "open", "rol": "inhoud", "kompasvraag": kompas, "omkeren": "nee"}
        if not aantal:
            rijen.append(basis | {"kolom": naam, "vraag_id": naam, "tekst": tekst, "kort": kort})
        for nr in range(1, aantal + 1):
            rijen.append(basis | {"kolom": f"{naam}_{nr}", "vraag_id": f"{naam}_{nr}", "tekst": f"{tekst} ({vak} #{nr})",
                                  "kort": f"{kort} ({nr})", "reeks": naam, "item": nr})
    return rijen


if __name__ == "__main__":
    make_bestanden(Path(sys.argv[1]) if len(sys.argv) > 1 else HIER)
