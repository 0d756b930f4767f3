"""The command line: one verb per step of the story; every refusal is one Dutch sentence, never a traceback."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from burgerdata.errors import BurgerdataError

_UITLEG = "Van een map met bestanden over burgerparticipatie naar een rapport met figuren."
_KLAAR, _FOUT = 0, 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and return the exit code: 0 done, 1 refused or failed."""
    _speak_utf8()
    parser = _parser()
    keuzes, over = parser.parse_known_args(argv)
    parser.refuse_unknown(over, keuzes.eigen.list_options())
    try:
        klaar = int(keuzes.verb(keuzes))
        sys.stdout.flush()
        return klaar
    except BurgerdataError as fout:
        print(fout, file=sys.stderr)
    except PermissionError as fout:
        print(
            f"geen toegang tot '{Path(str(fout.filename)).name}'; sluit het bestand of kies een andere map",
            file=sys.stderr,
        )
    except BrokenPipeError:  # who reads along has seen enough (| head): nothing went wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fout:
        print(
            f"lezen of schrijven ging mis ({fout.strerror}); controleer de schijf en de map", file=sys.stderr
        )
    except KeyboardInterrupt:
        print("afgebroken", file=sys.stderr)
    except Exception as fout:  # noqa: BLE001 (the last net of the command line)
        # the last net: an analyst gets a sentence that can be reported, never a traceback
        print(
            f"er ging iets mis dat wij niet verwachtten ({type(fout).__name__}); meld dit met de opdracht erbij",
            file=sys.stderr,
        )
    return _FOUT


class _Formatter(argparse.HelpFormatter):
    """The help in Dutch: argparse's own words are English wherever the computer has no translation of them."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with Gebruik."""
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that helps in Dutch and refuses in one Dutch sentence."""

    def __init__(self, **instellingen: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **instellingen)
        self._positionals.title, self._optionals.title = "wat u noemt", "keuzes"
        self.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")

    def error(self, message: str) -> NoReturn:
        """Say what is missing or misspelled, and what was probably meant, and stop."""
        print(_translate(message, self.prog.split()[-1]), file=sys.stderr)
        raise SystemExit(2)

    def list_options(self) -> list[str]:
        """Return the options of this verb as they are typed."""
        return [naam for actie in self._actions for naam in actie.option_strings if naam.startswith("--")]

    def refuse_unknown(self, over: Sequence[str], bekend: Sequence[str]) -> None:
        """Refuse words that no option takes, with the option that was probably meant."""
        if not over:
            return
        from burgerdata.instruments.suggestions import suggest

        woord = next((deel for deel in over if deel.startswith("-")), "")
        naam = woord.split("=")[0]
        if woord:
            zin = f"de keuze '{naam}' bestaat niet; {suggest(naam, bekend)}"
        else:
            zin = f"'{over[0]}' is er een te veel; zet aanhalingstekens om een map met spaties"
        print(zin, file=sys.stderr)
        raise SystemExit(2)


def _translate(message: str, verb: str) -> str:
    """Return the sentence for what argparse says; ``verb`` is the last word of the program it was about."""
    keuze = re.match(r"argument (--[\w-]+)", message)
    if keuze:
        wat = "een heel getal" if "int value" in message else "iets achter"
        return f"bij '{keuze[1]}' hoort {wat}; {verb} --help geeft uitleg"
    if fout := re.search(r"invalid choice: '(.*?)'", message):
        from burgerdata.instruments.suggestions import suggest

        return f"het werkwoord '{fout[1]}' bestaat niet; {suggest(fout[1], _VERBS)}"
    if verb == "vergelijk":
        return 'vergelijken kan met twee mappen of meer; noem ze achter elkaar: vergelijk "C:/een" "C:/twee"'
    if verb in _VERBS:
        return f'noem de map van het traject, bijvoorbeeld: {verb} "C:/Onderzoek/mijn traject" ({verb} --help voor uitleg)'
    return f"kies een werkwoord: {', '.join(_VERBS)}; daarachter de map van het traject"


_VERBS = ("nieuw", "controleer", "codeer", "rapporteer", "vergelijk", "lab", "verifieer")


def _parser() -> _Parser:
    parser = _Parser(prog="burgerdata", description=_UITLEG)
    verbs = parser.add_subparsers(required=True, metavar="werkwoord")
    _add(verbs, "nieuw", propose, "kijk wat er in een map ligt en zet de invulbestanden klaar")
    _add(verbs, "controleer", check, "laat zien wat er is gelezen en wat er niet klopt")
    codeer = _add(verbs, "codeer", prepare, "zet per codeur een werkboek klaar, of werk het bij")
    codeer.add_argument(
        "--codeur", default="", help="naam van de codeur; zonder naam worden alle werkboeken bijgewerkt"
    )
    codeer.add_argument(
        "--werkvoorraad", type=int, help="hoeveel teksten er open staan (nieuw werkboek: 300)"
    )
    codeer.add_argument(
        "--dubbel", type=int, default=0, help="hoeveel teksten van andere codeurs erbij komen"
    )
    codeer.add_argument(
        "--taalmodel", action="store_true", help="betere voorstellen, trager (vraagt burgerdata[embed])"
    )
    rapport = _add(verbs, "rapporteer", report, "voer de notebooks uit en schrijf het rapport")
    rapport.add_argument("--zonder-notebooks", action="store_true", help="alleen het rapport, sneller")
    rapport.add_argument(
        "--terugkoppeling", action="store_true", help="alleen de brief ‘Wat is er met uw inbreng gebeurd?’"
    )
    rapport.add_argument(
        "--vaststellen", action="store_true", help="geen concept meer, als niets in de weg staat"
    )
    rapport.add_argument(
        "--huisstijl",
        type=Path,
        metavar="BESTAND.docx",
        help="Word-bestand waarvan de stijlen worden gebruikt",
    )
    rapport.add_argument(
        "--stijl", type=Path, metavar="BESTAND.mplstyle", help="stijlbestand van matplotlib voor de figuren"
    )
    rapport.add_argument("--dia", action="store_true", help="ook elke figuur op maat van een dia")
    vergelijk = _add(
        verbs, "vergelijk", compare, "zet de indicatoren van twee of meer trajecten naast elkaar"
    )
    vergelijk.add_argument("mappen", type=Path, nargs="+", help="de mappen van de andere trajecten")
    _add(verbs, "lab", open_lab, "open de notebooks van de map in JupyterLab")
    _add(
        verbs,
        "verifieer",
        verify,
        "voer de notebooks van het laatste rapport opnieuw uit en vergelijk elk getal",
    )
    return parser


def _add(
    verbs: argparse._SubParsersAction[_Parser],
    naam: str,
    verb: Callable[[argparse.Namespace], int],
    hulp: str,
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(naam, help=hulp, description=hulp)
    parser.add_argument("map", type=Path, help="de map van het traject")
    parser.set_defaults(verb=verb, eigen=parser)
    return parser


def _speak_utf8() -> None:
    """Let a Windows console print Dutch and ▲ without an error."""
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(encoding="utf-8", errors="replace")


def propose(keuzes: argparse.Namespace) -> int:
    """Print what was recognised and which drafts were written."""
    from burgerdata.loading import propose_traject

    print(propose_traject(_existing(keuzes.map)).tekst)
    return _KLAAR


def check(keuzes: argparse.Namespace) -> int:
    """Print what was read, every problem, and the top answers per question."""
    from burgerdata.loading import check_traject
    from burgerdata.report.nakijken import find_tekstproblemen

    controle = check_traject(_existing(keuzes.map), verder=find_tekstproblemen)
    print(controle.tekst)
    return _FOUT if len(controle.problemen) else _KLAAR


def prepare(keuzes: argparse.Namespace) -> int:
    """Write or refresh the workbooks of the coders; prints what remains to be done and what it would bring."""
    from burgerdata.codeerwerk.prepare import Wens, prepare_codeerwerk

    wens = Wens(keuzes.codeur, keuzes.werkvoorraad, keuzes.dubbel, taalmodel=keuzes.taalmodel)
    print(prepare_codeerwerk(_existing(keuzes.map), wens).tekst)
    return _KLAAR


def report(keuzes: argparse.Namespace) -> int:
    """Run the notebooks and write the report; says where it is and what could not be made."""
    map_ = _existing(keuzes.map)
    if keuzes.terugkoppeling:
        return _write_letter(map_, vaststellen=keuzes.vaststellen)
    import gc

    import IPython  # noqa: F401 (here, for two threads that both import it first trip over each other)

    from burgerdata.loading import load_traject
    from burgerdata.report.nakijken import refuse_teksten
    from burgerdata.report.notebooks import ZELDEN
    from burgerdata.report.run import run_rapport
    from burgerdata.report.uitvoer import Uitvoer
    from burgerdata.report.voortgang import Voortgang

    gc.set_threshold(*ZELDEN)
    uitvoer = Uitvoer(keuzes.huisstijl, keuzes.stijl, keuzes.dia, keuzes.vaststellen)
    with Voortgang(uitvoer.stappen + 1, sys.stderr) as voortgang:
        voortgang.tell("bestanden lezen")
        traject = load_traject(map_)
        refuse_teksten(traject)
        rapport, fouten = run_rapport(
            traject,
            traject.instellingen.map or map_,
            uitvoer=uitvoer,
            notebooks=not keuzes.zonder_notebooks,
            voortgang=voortgang,
        )
    for zin in dict.fromkeys((*rapport.gemist, *fouten, *_state_bezwaren(rapport.bezwaren))):
        print(zin, file=sys.stderr)
    print(f"Rapport: {rapport.html}")
    return _FOUT if fouten or rapport.bezwaren else _KLAAR


def _state_bezwaren(bezwaren: Sequence[object]) -> list[str]:
    """Return why a report is still a concept, a line per obstacle."""
    return ["niet vastgesteld, dit staat in de weg:", *map(str, bezwaren)] if bezwaren else []


def _write_letter(map_: Path, *, vaststellen: bool) -> int:
    from burgerdata.report.terugkoppeling import write_terugkoppeling

    pad, gemist = write_terugkoppeling(map_, vaststellen=vaststellen)
    for zin in gemist:
        print(zin, file=sys.stderr)
    print(f"Terugkoppeling: {pad}")
    return _KLAAR


def compare(keuzes: argparse.Namespace) -> int:
    """Put the indicators of several trajecten beside each other in a workbook."""
    from burgerdata.loading import load_traject
    from burgerdata.report.vergelijk import name_trajecten, write_vergelijking
    from burgerdata.report.voortgang import Voortgang

    mappen = [_existing(map_) for map_ in (keuzes.map, *keuzes.mappen)]
    with Voortgang(1, sys.stderr) as voortgang:
        voortgang.tell("bestanden lezen")
        trajecten = [load_traject(map_) for map_ in mappen]
    namen = name_trajecten(mappen, [traject.instellingen.titel for traject in trajecten])
    pad = mappen[0] / "rapport" / f"vergelijking_{datetime.now():%Y-%m-%d_%H%M}.xlsx"
    pad.parent.mkdir(exist_ok=True)
    write_vergelijking(dict(zip(namen, trajecten, strict=True)), pad)
    print(f"Vergelijking: {pad}")
    return _KLAAR


def open_lab(keuzes: argparse.Namespace) -> int:
    """Open JupyterLab on the copies in ``werk``."""
    from burgerdata.report.lab import run_lab

    return run_lab(_existing(keuzes.map), melden=lambda regel: print(regel, flush=True))


def verify(keuzes: argparse.Namespace) -> int:
    """Run the notebooks of the newest report again and say what differs."""
    from burgerdata.report.verify import verify_rapport

    verificatie = verify_rapport(_existing(keuzes.map))
    print(verificatie.tekst)
    return _FOUT if verificatie.afwijkingen else _KLAAR


def _existing(map_: Path) -> Path:
    if not map_.exists():
        raise BurgerdataError(
            f"de map '{map_}' bestaat niet; controleer de schrijfwijze en zet er aanhalingstekens om"
        )
    return map_


if __name__ == "__main__":
    sys.exit(main())
